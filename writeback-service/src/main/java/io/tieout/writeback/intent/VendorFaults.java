package io.tieout.writeback.intent;

import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.writeback.effect.EffectEnd;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// What a vendor's fault means for a call. Pure.
public final class VendorFaults {
    /// How long a lane waits for a person to connect again or to settle the subscription.
    private static final Duration FOR_A_PERSON = Duration.ofMinutes(1);

    /// QuickBooks: books closed; closed and a password needed.
    private static final Set<String> CLOSED = Set.of("quickbooks-6200", "quickbooks-6210");

    private VendorFaults() {}

    public static CallFault read(VendorFault fault, Instant now) {
        String words = words(fault);
        return switch (fault) {
            case VendorFault.Throttled throttled ->
                    new CallFault.NotBefore(throttled.until(), words);
            case VendorFault.Unauthorized _ ->
                    new CallFault.NotBefore(now.plus(FOR_A_PERSON), words);
            case VendorFault.Transient unsure ->
                    unsure.ambiguous() ? new CallFault.Doubt(words) : new CallFault.Passing(words);
            case VendorFault.Refused _ when CLOSED.contains(fault.errorCode()) ->
                    new CallFault.Refusal(new EffectEnd.Refused(Reason.PERIOD_CLOSED, words));
            case VendorFault.StaleObject _, VendorFault.NotFound _, VendorFault.Refused _ ->
                    new CallFault.Refusal(new EffectEnd.Failed(fault.errorCode(), words));
        };
    }

    /// The vendor's own words, with the reference that its support asks for.
    public static String words(VendorFault fault) {
        VendorTrace trace = fault.trace();
        String detail =
                trace.detail() == null || trace.detail().equals(trace.message())
                        ? ""
                        : " (" + trace.detail() + ")";
        String reference = trace.reference() == null ? "" : ", reference " + trace.reference();
        return "%s%s [%s%s]".formatted(trace.message(), detail, fault.errorCode(), reference);
    }
}
