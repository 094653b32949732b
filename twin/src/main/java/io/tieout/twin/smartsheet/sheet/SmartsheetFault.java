package io.tieout.twin.smartsheet.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refusal with the vendor's status and error code.
public final class SmartsheetFault extends RuntimeException {
    private final int status;
    private final int code;
    private final transient @Nullable JsonNode detail;

    public SmartsheetFault(int status, int code, String message) {
        this(status, code, message, null);
    }

    private SmartsheetFault(int status, int code, String message, @Nullable JsonNode detail) {
        super(message);
        this.status = status;
        this.code = code;
        this.detail = detail;
    }

    public static SmartsheetFault bad(int code, String message) {
        return new SmartsheetFault(400, code, message);
    }

    public static SmartsheetFault notFound() {
        return new SmartsheetFault(404, 1006, "Not Found");
    }

    public static SmartsheetFault forbidden() {
        return new SmartsheetFault(403, 1004, "You are not authorized to perform this action.");
    }

    public static SmartsheetFault throttled() {
        return new SmartsheetFault(429, 4003, "Rate limit exceeded.");
    }

    /// The same refusal, pointing at a row of a bulk request.
    public SmartsheetFault at(int index, @Nullable Long rowId) {
        var where = Json.object().put("index", index);
        if (rowId != null) {
            where.put("rowId", rowId);
        }
        return new SmartsheetFault(status, code, String.valueOf(getMessage()), where);
    }

    public int status() {
        return status;
    }

    public int code() {
        return code;
    }

    public ObjectNode body() {
        var body = Json.object();
        body.put("refId", UUID.randomUUID().toString().replace("-", "").substring(0, 12));
        body.put("errorCode", code);
        body.put("message", getMessage());
        if (detail != null) {
            body.set("detail", detail);
        }
        return body;
    }
}
