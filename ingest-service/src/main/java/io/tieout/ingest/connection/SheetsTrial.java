package io.tieout.ingest.connection;

import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorFault.Refused.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a Smartsheet connection turned out to allow when a person had just made it: Smartsheet does
/// not say which scopes it granted. Pure.
///
/// @param granted what was asked for, without what was refused
/// @param usable whether anything can be read with it
/// @param account who signed in; absent when nobody may ask
/// @param why what is missing and what to do; absent when nothing is
/// @param advice what else a person should see to
record SheetsTrial(
        String granted,
        boolean usable,
        @Nullable String account,
        @Nullable String why,
        @Nullable String advice) {
    static final String WHO = "READ_USERS";
    static final String WEBHOOKS = "ADMIN_WEBHOOKS";
    static final String READING = "READ_SHEETS";

    /// One call, and how it ended.
    ///
    /// @param scope what an app must be allowed for it
    /// @param what the call is for, such as `list the webhooks`
    /// @param answer absent when it failed
    record Attempt(
            String scope, String what, @Nullable String answer, @Nullable VendorFault fault) {}

    /// @param asked the scopes that were asked for
    static SheetsTrial of(String asked, List<Attempt> attempts) {
        List<Attempt> missing = attempts.stream().filter(SheetsTrial::isForbidden).toList();
        List<String> without = missing.stream().map(Attempt::scope).distinct().toList();
        String account =
                attempts.stream()
                        .filter(attempt -> attempt.scope().equals(WHO))
                        .map(Attempt::answer)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        boolean refused =
                attempts.stream()
                        .anyMatch(attempt -> attempt.fault() instanceof VendorFault.Unauthorized);
        return new SheetsTrial(
                Arrays.stream(asked.split(" "))
                        .filter(scope -> !without.contains(scope))
                        .collect(Collectors.joining(" ")),
                !refused && !without.contains(READING),
                account,
                refused
                        ? "Smartsheet does not accept the tokens that it gave. Sign in again."
                        : why(asked, missing),
                advice(attempts));
    }

    private static boolean isForbidden(Attempt attempt) {
        return attempt.fault() instanceof VendorFault.Refused refused
                && refused.cause() == Cause.PERMISSION;
    }

    private static @Nullable String why(String asked, List<Attempt> missing) {
        if (missing.isEmpty()) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (Attempt attempt : missing) {
            parts.add("%s is missing: %s".formatted(attempt.scope(), refusedTo(attempt)));
        }
        return "%s. Sign in again and agree to all of: %s. An account that cannot agree to it needs a licence, or an administrator's leave."
                .formatted(String.join("; ", parts), asked);
    }

    private static String refusedTo(Attempt attempt) {
        return "Smartsheet refused to %s (%s)".formatted(attempt.what(), said(attempt));
    }

    private static @Nullable String advice(List<Attempt> attempts) {
        List<String> parts = new ArrayList<>();
        for (Attempt attempt : attempts) {
            switch (attempt.fault()) {
                case VendorFault.NotFound _ ->
                        parts.add(
                                "To %s is not possible: share the sheet with the account that signed in, as an editor."
                                        .formatted(attempt.what()));
                case VendorFault.Throttled _, VendorFault.Transient _ ->
                        parts.add(
                                "Whether it may %s could not be tried now (%s); ./tieout connections shows it later."
                                        .formatted(attempt.what(), said(attempt)));
                case VendorFault.Refused _,
                        VendorFault.Unauthorized _,
                        VendorFault.StaleObject _ -> {}
                case null -> {}
            }
        }
        return parts.isEmpty() ? null : String.join(" ", parts);
    }

    private static String said(Attempt attempt) {
        VendorFault fault = attempt.fault();
        return fault == null ? "nothing" : fault.trace().code() + ": " + fault.trace().message();
    }
}
