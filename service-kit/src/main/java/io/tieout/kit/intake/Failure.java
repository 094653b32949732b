package io.tieout.kit.intake;

import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.error.TransientFailure;
import java.sql.SQLException;
import java.sql.SQLTransientException;

/// What kind of failure an exception is, and so what becomes of the message.
sealed interface Failure {
    ErrorCode code();

    /// The database is out of reach: nothing can be worked on, so it is tried until it works.
    record Outage(ErrorCode code) implements Failure {}

    /// May pass by itself: retried, bounded.
    record Transient(ErrorCode code) implements Failure {}

    /// Will never work: put aside at once.
    record Poison(ErrorCode code) implements Failure {}

    /// A broken invariant of ours: put aside at once, loudly.
    record Bug(ErrorCode code) implements Failure {}

    static Failure of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ContractViolation violation -> {
                    return new Poison(violation.code());
                }
                case TransientFailure passing -> {
                    return new Transient(passing.code());
                }
                case SQLException sql -> {
                    return ofSql(sql);
                }
                default -> {
                    // look at what caused it
                }
            }
        }
        return new Bug(ErrorCode.BUG);
    }

    private static Failure ofSql(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")) {
            return new Outage(new ErrorCode("database-unavailable"));
        }
        if (sql instanceof SQLTransientException
                || state.startsWith("40")
                || state.equals("55P03")) {
            return new Transient(new ErrorCode("database-conflict"));
        }
        if (sql.getSQLState() == null) {
            // Agroal's time-out while waiting for a connection carries no state.
            return new Outage(new ErrorCode("database-unavailable"));
        }
        return new Bug(new ErrorCode("database-rejected"));
    }
}
