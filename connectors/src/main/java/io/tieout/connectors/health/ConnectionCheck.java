package io.tieout.connectors.health;

import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.Complaint;
import io.tieout.connectors.fault.Complaints;
import io.tieout.connectors.health.Problem.Level;
import io.tieout.connectors.quickbooks.FaultCatalogue;
import io.tieout.connectors.token.ConnectionStatus;
import io.tieout.connectors.token.TokenState;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds what is wrong with a connection, and what will be, with the remedy. Pure.
public final class ConnectionCheck {
    /// Intuit's sample warns thirty days and seven days before the hard end.
    private static final Duration HARD_END_NEAR = Duration.ofDays(30);

    private static final Duration HARD_END_VERY_NEAR = Duration.ofDays(7);
    private static final Duration UNUSED_END_NEAR = Duration.ofDays(14);

    /// Beyond a minute or ten a 429 is no burst: the month's reads are used up.
    private static final Duration THROTTLED_LONG = Duration.ofMinutes(10);

    private static final BigDecimal BUDGET_LOW = new BigDecimal("0.90");

    private ConnectionCheck() {}

    /// Reads that are billed.
    ///
    /// @param used this month, all companies together
    public record Budget(long used, long perMonth) {
        public boolean isUsedUp() {
            return used >= perMonth;
        }

        BigDecimal share() {
            return BigDecimal.valueOf(used)
                    .divide(BigDecimal.valueOf(perMonth), 4, RoundingMode.DOWN);
        }
    }

    public static List<Problem> problems(
            ConnectionStatus status,
            String wantedScopes,
            List<Complaint> complaints,
            @Nullable Budget budget,
            Instant now) {
        List<Problem> problems = new ArrayList<>();
        if (status.state() == TokenState.NEEDS_REAUTH) {
            problems.add(lost(status));
        } else {
            checkEnds(status, now, problems);
            checkScopes(status, wantedScopes, problems);
        }
        for (Complaint complaint : complaints) {
            checkComplaint(status, complaint, now, problems);
        }
        if (budget != null) {
            checkBudget(budget, problems);
        }
        return List.copyOf(problems);
    }

    private static Problem lost(ConnectionStatus status) {
        return new Problem(
                "needs-reauth",
                Level.ERROR,
                "Nothing is read or written since %s: %s."
                        .formatted(
                                status.stateSince(),
                                status.problem() == null
                                        ? "the vendor refuses our token"
                                        : status.problem()),
                reconnect(status) + " What is waiting continues by itself then; nothing is lost.");
    }

    private static String reconnect(ConnectionStatus status) {
        if (status.vendor() == Vendor.SMARTSHEET && !status.renewable()) {
            return "Make a new access token in Smartsheet (Apps & Integrations, API Access), put it"
                    + " into TIEOUT_SMARTSHEET_TOKEN and restart; or ./tieout connect smartsheet.";
        }
        return "A person signs in again: ./tieout connect " + status.vendor().label() + ".";
    }

    private static void checkEnds(ConnectionStatus status, Instant now, List<Problem> problems) {
        Instant hard = status.hardExpiresAt();
        if (hard != null && isWithin(hard, now, HARD_END_NEAR)) {
            problems.add(
                    new Problem(
                            "hard-expiry",
                            isWithin(hard, now, HARD_END_VERY_NEAR) ? Level.ERROR : Level.WARNING,
                            "The vendor ends this connection for good at " + hard + ".",
                            "Sign in again before then: ./tieout connect "
                                    + status.vendor().label()
                                    + "."));
        }
        Instant unused = status.refreshExpiresAt();
        if (unused != null && isWithin(unused, now, UNUSED_END_NEAR)) {
            problems.add(
                    new Problem(
                            "refresh-expiry",
                            Level.WARNING,
                            "The connection has not been used and ends at " + unused + ".",
                            "Start the services, so that it is used; or sign in again: ./tieout"
                                    + " connect "
                                    + status.vendor().label()
                                    + "."));
        }
    }

    private static void checkScopes(
            ConnectionStatus status, String wanted, List<Problem> problems) {
        String granted = status.scopes();
        if (granted == null) {
            return;
        }
        List<String> have = List.of(granted.split(" "));
        List<String> missing =
                Arrays.stream(wanted.split(" ")).filter(scope -> !have.contains(scope)).toList();
        if (!missing.isEmpty()) {
            problems.add(
                    new Problem(
                            "scope-missing",
                            Level.ERROR,
                            "The connection was made without " + String.join(", ", missing) + ".",
                            reconnect(status)));
        }
    }

    private static void checkComplaint(
            ConnectionStatus status, Complaint complaint, Instant now, List<Problem> problems) {
        String code = complaint.code();
        boolean readsOnly = code.equals(Complaints.READS_THROTTLED);
        if (readsOnly || code.equals(Complaints.THROTTLED)) {
            if (!complaint.since().isAfter(now.minus(THROTTLED_LONG))) {
                problems.add(throttled(complaint, readsOnly));
            }
            return;
        }
        String prefix = status.vendor().label() + "-";
        String remedy =
                status.vendor() == Vendor.QUICKBOOKS && code.startsWith(prefix)
                        ? FaultCatalogue.row(403, code.substring(prefix.length()), null).remedy()
                        : "Have an administrator share the sheets with the account again, as an"
                                + " editor, or settle its licence.";
        problems.add(
                new Problem(
                        code,
                        Level.ERROR,
                        "The vendor refuses since %s: %s"
                                .formatted(complaint.since(), complaint.words()),
                        remedy));
    }

    private static Problem throttled(Complaint complaint, boolean readsOnly) {
        return new Problem(
                complaint.code(),
                Level.ERROR,
                readsOnly
                        ? "The vendor has refused every billed read since %s; what is approved is still posted."
                                .formatted(complaint.since())
                        : "The vendor has refused every call since %s."
                                .formatted(complaint.since()),
                "The month's allowance may be used up: see the vendor's developer portal. It continues"
                        + " by itself when the vendor allows it.");
    }

    private static void checkBudget(Budget budget, List<Problem> problems) {
        if (budget.isUsedUp()) {
            problems.add(
                    new Problem(
                            "budget-spent",
                            Level.ERROR,
                            "All %d billed reads of this month are used."
                                    .formatted(budget.perMonth()),
                            "Reading goes on next month, or raise TIEOUT_QUICKBOOKS_METERED_CALLS"
                                    + " if the plan allows more."));
        } else if (budget.share().compareTo(BUDGET_LOW) >= 0) {
            problems.add(
                    new Problem(
                            "budget-low",
                            Level.WARNING,
                            "%d of %d billed reads of this month are used."
                                    .formatted(budget.used(), budget.perMonth()),
                            "Books are read more rarely until the month ends; notifications keep"
                                    + " changes prompt."));
        }
    }

    private static boolean isWithin(Instant end, Instant now, Duration time) {
        return end.isBefore(now.plus(time));
    }
}
