package io.tieout.console.queue;

import io.tieout.model.command.ExceptionCommand;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing that a person did about a finding, as it is stored.
///
/// @param words a comment or a reason
/// @param seen what an acceptance was given for
record StoredAct(
        Instant at,
        String person,
        Kind kind,
        @Nullable String owner,
        @Nullable LocalDate due,
        @Nullable String words,
        @Nullable String seen) {
    /// What was done.
    enum Kind {
        ASSIGNED,
        COMMENTED,
        DUE_SET,
        RESOLVED,
        REOPENED
    }

    static StoredAct of(ExceptionCommand command) {
        return switch (command) {
            case ExceptionCommand.ExceptionAssigned act ->
                    new StoredAct(
                            act.at(), act.person(), Kind.ASSIGNED, act.owner(), null, null, null);
            case ExceptionCommand.ExceptionCommented act ->
                    new StoredAct(
                            act.at(),
                            act.person(),
                            Kind.COMMENTED,
                            null,
                            null,
                            act.comment(),
                            null);
            case ExceptionCommand.ExceptionDueSet act ->
                    new StoredAct(
                            act.at(), act.person(), Kind.DUE_SET, null, act.due(), null, null);
            case ExceptionCommand.ExceptionResolved act ->
                    new StoredAct(
                            act.at(),
                            act.person(),
                            Kind.RESOLVED,
                            null,
                            null,
                            act.reason(),
                            act.seen());
            case ExceptionCommand.ExceptionReopened act ->
                    new StoredAct(act.at(), act.person(), Kind.REOPENED, null, null, null, null);
        };
    }
}
