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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// QuickBooks' faults, which may hide in a 200. Codes as in Intuit's error table ("Handling common
/// errors" and the table quoted by public client libraries); the code counts before the HTTP
/// status, because throttling has come as 403 and everything else mostly comes as 400.
final class QuickBooksFaults implements FaultReader {
    private static final String THROTTLED = "3001";
    private static final Set<String> TOKEN = Set.of("100", "110", "3200");
    private static final Set<String> PERMISSION = Set.of("120", "5020", "5030", "6190");
    private static final Set<String> LATER = Set.of("130", "140", "150");

    /// 600 is "duplicate request id": the first one may have done it.
    private static final Set<String> UNSURE = Set.of("600", "10000");

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
        String code = trace.code();
        int status = trace.httpStatus();
        if (status == 429 || code.equals(THROTTLED)) {
            return new VendorFault.Throttled(until, true, trace);
        }
        if (TOKEN.contains(code) || status == 401) {
            return new VendorFault.Unauthorized(trace);
        }
        if (LATER.contains(code)) {
            return new VendorFault.Transient(false, trace);
        }
        if (UNSURE.contains(code) || status >= 500 || status == 408) {
            return new VendorFault.Transient(mutating, trace);
        }
        if (code.equals("5010")) {
            return new VendorFault.StaleObject(trace);
        }
        if (code.equals("610") || status == 404) {
            return new VendorFault.NotFound(trace);
        }
        if (code.equals("4002")) {
            return new VendorFault.Transient(false, trace);
        }
        boolean permission = status == 403 || PERMISSION.contains(code);
        return new VendorFault.Refused(permission ? Cause.PERMISSION : Cause.DATA, trace);
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
