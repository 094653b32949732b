package io.tieout.writeback.intent;

import io.tieout.connectors.Vendor;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.connectors.quickbooks.FaultAction;
import io.tieout.connectors.quickbooks.FaultCatalogue;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.writeback.effect.EffectEnd;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a vendor's fault means for a call. Pure.
public final class VendorFaults {
    /// How long a lane waits for a person to connect again or to settle the subscription.
    private static final Duration FOR_A_PERSON = Duration.ofMinutes(1);

    /// QuickBooks failed at it, often because of what the request says.
    private static final String APPLICATION_ERROR = "10000";

    private VendorFaults() {}

    public static CallFault read(VendorFault fault, Instant now) {
        String words = words(fault);
        return switch (fault) {
            case VendorFault.Throttled throttled ->
                    new CallFault.NotBefore(throttled.until(), words);
            case VendorFault.Unauthorized _ ->
                    new CallFault.NotBefore(now.plus(FOR_A_PERSON), words);
            case VendorFault.Transient unsure ->
                    unsure.ambiguous()
                            ? new CallFault.Doubt(words, failure(fault))
                            : new CallFault.Passing(words);
            case VendorFault.Refused _ when action(fault) == FaultAction.PERIOD_CLOSED ->
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
        return "%s%s [%s%s]%s"
                .formatted(trace.message(), detail, fault.errorCode(), reference, remedy(trace));
    }

    /// What the catalogue of QuickBooks' faults says is to be done; absent for Smartsheet's.
    public static @Nullable FaultAction action(VendorFault fault) {
        VendorTrace trace = fault.trace();
        return trace.vendor() == Vendor.QUICKBOOKS ? row(trace).action() : null;
    }

    /// A gateway that fails says nothing of the request.
    private static @Nullable String failure(VendorFault fault) {
        VendorTrace trace = fault.trace();
        return trace.vendor() == Vendor.QUICKBOOKS && trace.code().equals(APPLICATION_ERROR)
                ? fault.errorCode()
                : null;
    }

    private static String remedy(VendorTrace trace) {
        boolean answered = trace.vendor() == Vendor.QUICKBOOKS && trace.httpStatus() > 0;
        String remedy = answered ? row(trace).remedy() : "";
        return remedy.isEmpty() ? "" : " " + remedy;
    }

    private static FaultCatalogue.Row row(VendorTrace trace) {
        return FaultCatalogue.row(trace.httpStatus(), trace.code(), trace.message());
    }
}
