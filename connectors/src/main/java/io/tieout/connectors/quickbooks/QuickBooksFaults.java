package io.tieout.connectors.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.call.CallSpec;
import io.tieout.connectors.call.FaultReader;
import io.tieout.connectors.call.ThrottlePause;
import io.tieout.connectors.call.VendorAnswer;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorFault.Refused.Cause;
import io.tieout.connectors.fault.VendorTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// QuickBooks' faults, which may hide in a 200; what each means is in the catalogue.
final class QuickBooksFaults implements FaultReader {
    private final Duration throttlePause;

    QuickBooksFaults(Duration throttlePause) {
        this.throttlePause = throttlePause;
    }

    @Override
    public @Nullable VendorFault read(CallSpec call, VendorAnswer answer, Instant now) {
        if (answer.isSuccess() && looksLikePdf(answer.body())) {
            return null;
        }
        JsonNode fault = fault(answer.json());
        if (answer.isSuccess() && fault.isMissingNode()) {
            return null;
        }
        VendorTrace trace = trace(call.operation(), answer.status(), answer.reference(), fault);
        return classify(trace, call.mutating(), ThrottlePause.until(answer, now, throttlePause));
    }

    /// The fault of one item of a batch.
    VendorFault ofItem(CallSpec call, @Nullable String reference, JsonNode fault, Instant now) {
        VendorTrace trace = trace(call.operation(), 200, reference, fault);
        return classify(trace, true, now.plus(throttlePause));
    }

    /// The Fault object of an answer; the gateway writes it in lower case.
    static JsonNode fault(JsonNode answer) {
        return answer.has("Fault") ? answer.path("Fault") : answer.path("fault");
    }

    private static VendorFault classify(VendorTrace trace, boolean mutating, Instant until) {
        FaultCatalogue.Row row =
                FaultCatalogue.row(trace.httpStatus(), trace.code(), trace.message());
        return switch (row.action()) {
            case WAIT -> new VendorFault.Throttled(until, true, trace);
            case RENEW_TOKEN -> new VendorFault.Unauthorized(trace);
            case LATER, REPEAT_ONCE -> new VendorFault.Transient(false, trace);
            case LOOK_AND_REPEAT -> new VendorFault.Transient(mutating, trace);
            case READ_AGAIN -> new VendorFault.StaleObject(trace);
            case RESOLVE_AGAIN ->
                    isAbsence(trace)
                            ? new VendorFault.NotFound(trace)
                            : new VendorFault.Refused(Cause.DATA, trace);
            case STOP_COMPANY -> new VendorFault.Refused(Cause.PERMISSION, trace);
            case LOOK_FOR_OURS, SPLIT, PAGE, RELOAD, PERIOD_CLOSED, ASK_PERSON, CORRECT_REQUEST ->
                    new VendorFault.Refused(Cause.DATA, trace);
        };
    }

    /// Of the references that lead nowhere, only these say that the object itself is absent.
    private static boolean isAbsence(VendorTrace trace) {
        return trace.code().equals("610") || trace.httpStatus() == 404;
    }

    private static VendorTrace trace(
            String operation, int status, @Nullable String reference, JsonNode fault) {
        JsonNode errors = fault.has("Error") ? fault.path("Error") : fault.path("error");
        JsonNode error = errors.isArray() ? errors.path(0) : errors;
        String code = VendorJson.text(error, "code");
        String message = firstOf(error, "Message", "message");
        return new VendorTrace(
                Vendor.QUICKBOOKS,
                operation,
                status,
                code == null ? nameless(status, fault) : withoutLeadingZeros(code),
                reference,
                Objects.requireNonNullElse(message, "HTTP status " + status),
                firstOf(error, "Detail", "detail"));
    }

    /// Without a code the type still tells a refused token from other trouble.
    private static String nameless(int status, JsonNode fault) {
        String type = firstOf(fault, "type", "Type");
        boolean authentication =
                type != null && type.toLowerCase(Locale.ROOT).startsWith("authentication");
        return authentication ? "3200" : "http-" + status;
    }

    private static String withoutLeadingZeros(String code) {
        String stripped = code.strip().replaceFirst("^0+(?=\\d)", "").toLowerCase(Locale.ROOT);
        return stripped.matches("[a-z0-9-]{1,40}") ? stripped : "unknown";
    }

    private static @Nullable String firstOf(JsonNode node, String field, String other) {
        String text = VendorJson.text(node, field);
        return text == null ? VendorJson.text(node, other) : text;
    }

    private static boolean looksLikePdf(byte[] body) {
        return body.length > 4 && body[0] == '%' && body[1] == 'P' && body[2] == 'D';
    }
}
