package io.tieout.connectors.smartsheet;

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
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Smartsheet's errors: `{errorCode, message, refId, detail}`, codes as in the vendor's error list
/// (developers.smartsheet.com, "Error codes"; OpenAPI copy of 2024-08).
final class SmartsheetFaults implements FaultReader {
    private static final Set<String> TOKEN = Set.of("1001", "1002", "1003", "1030");
    private static final Set<String> PERMISSION =
            Set.of(
                    "1004", "1013", "1039", "1045", "1050", "1153", "1154", "1212", "1361", "1362",
                    "1363");

    private final Duration throttlePause;

    SmartsheetFaults(Duration throttlePause) {
        this.throttlePause = throttlePause;
    }

    @Override
    public @Nullable VendorFault read(CallSpec call, VendorAnswer answer, Instant now) {
        if (answer.isSuccess()) {
            return null;
        }
        JsonNode error = answer.json();
        String code = VendorJson.text(error, "errorCode");
        VendorTrace trace = trace(call.operation(), answer.status(), code, error);
        int status = answer.status();
        if (status == 429 || "4003".equals(code)) {
            Instant until = ThrottlePause.until(answer, now, throttlePause);
            return new VendorFault.Throttled(until, true, trace);
        }
        if (status == 401) {
            return new VendorFault.Unauthorized(trace);
        }
        if (status == 404) {
            return new VendorFault.NotFound(trace);
        }
        if (status >= 500 || status == 408) {
            return new VendorFault.Transient(call.mutating() && mayHaveRun(code), trace);
        }
        return refused(status, code, trace);
    }

    /// The fault of one row in a partial success.
    VendorFault ofItem(String operation, JsonNode error) {
        String code = VendorJson.text(error, "errorCode");
        VendorTrace trace = trace(operation, 200, code, error);
        if (code != null && code.length() == 4 && code.startsWith("4")) {
            return new VendorFault.Transient(false, trace);
        }
        return "1006".equals(code) ? new VendorFault.NotFound(trace) : refused(400, code, trace);
    }

    private static VendorFault refused(int status, @Nullable String code, VendorTrace trace) {
        if (code != null && TOKEN.contains(code)) {
            return new VendorFault.Unauthorized(trace);
        }
        if ("1006".equals(code)) {
            return new VendorFault.NotFound(trace);
        }
        boolean permission = status == 403 || (code != null && PERMISSION.contains(code));
        return new VendorFault.Refused(permission ? Cause.PERMISSION : Cause.DATA, trace);
    }

    /// Maintenance (4001) and "another request is saving" (4004) say that nothing was done.
    private static boolean mayHaveRun(@Nullable String code) {
        return !"4001".equals(code) && !"4004".equals(code);
    }

    private static VendorTrace trace(
            String operation, int status, @Nullable String code, JsonNode error) {
        JsonNode detail = error.path("detail");
        return new VendorTrace(
                Vendor.SMARTSHEET,
                operation,
                status,
                code == null ? "http-" + status : code,
                VendorJson.text(error, "refId"),
                Objects.requireNonNullElse(
                        VendorJson.text(error, "message"), "HTTP status " + status),
                detail.isMissingNode() || detail.isNull() ? null : detail.toString());
    }
}
