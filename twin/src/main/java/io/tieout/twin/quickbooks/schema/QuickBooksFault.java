package io.tieout.twin.quickbooks.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import org.jspecify.annotations.Nullable;

/// A refusal with the vendor's code, as it goes over the wire.
public final class QuickBooksFault extends RuntimeException {
    private final int status;
    private final String type;
    private final String code;
    private final String detail;
    private final @Nullable String element;

    private QuickBooksFault(
            int status,
            String type,
            String code,
            String message,
            String detail,
            @Nullable String element) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.detail = detail;
        this.element = element;
    }

    public static QuickBooksFault validation(String code, String message, String detail) {
        return validation(code, message, detail, null);
    }

    public static QuickBooksFault validation(
            String code, String message, String detail, @Nullable String element) {
        return new QuickBooksFault(400, "ValidationFault", code, message, detail, element);
    }

    public static QuickBooksFault of(
            int status, String type, String code, String message, String detail) {
        return new QuickBooksFault(status, type, code, message, detail, null);
    }

    public static QuickBooksFault unknownProperty(String name) {
        return validation(
                "2010",
                "Request has invalid or unsupported property",
                "Property Name:" + name + " specified is unsupported or invalid",
                name);
    }

    public static QuickBooksFault missing(String name) {
        return validation(
                "2020",
                "Required param missing, need to supply the required value for the API",
                "Required parameter " + name + " is missing in the request",
                name);
    }

    public static QuickBooksFault badReference(String name, String target, String id) {
        return validation(
                "2500",
                "Invalid Reference Id",
                "Invalid Reference Id : " + target + " element id " + id + " not found",
                name);
    }

    public static QuickBooksFault notFound(String what) {
        return validation(
                "610",
                "Object Not Found",
                "Object Not Found : Something you're trying to use has been made inactive. "
                        + "Check the fields with accounts, customers, items, vendors or employees."
                        + (what.isEmpty() ? "" : " (" + what + ")"));
    }

    public static QuickBooksFault stale() {
        return validation(
                "5010",
                "Stale Object Error",
                "Stale Object Error : You and another user were working on this at the same time."
                        + " The other one has already updated it.");
    }

    public static QuickBooksFault business(String detail) {
        return validation("6000", "A business validation error has occurred", detail);
    }

    public static QuickBooksFault unsupported(String detail) {
        return validation("500", "Unsupported Operation", detail);
    }

    public static QuickBooksFault throttled() {
        return throttled(429);
    }

    /// @param status 429, or 403 as the same fault came historically
    public static QuickBooksFault throttled(int status) {
        return of(
                status,
                "SERVICE",
                "3001",
                "message=ThrottleExceeded; errorCode=003001; statusCode=429",
                "The request limit was reached. Wait and try again.");
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    /// The `Fault` object, as it stands in an answer or in an item of a batch.
    public ObjectNode fault() {
        var error = Json.object();
        error.put("Message", getMessage());
        error.put("Detail", detail);
        error.put("code", code);
        if (element != null) {
            error.put("element", element);
        }
        var fault = Json.object();
        fault.putArray("Error").add(error);
        fault.put("type", type);
        return fault;
    }
}
