package io.tieout.twin.wire;

import io.tieout.twin.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What goes back over the wire, and what the call log should know about it.
public final class Answer {
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable String errorCode;
    private List<Change> changes = List.of();
    private boolean replayed;
    private int items = 1;

    private Answer(int status, String contentType, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
    }

    public static Answer json(int status, Object value) {
        return new Answer(status, "application/json;charset=UTF-8", Json.bytes(value));
    }

    public static Answer ok(Object value) {
        return json(200, value);
    }

    public static Answer bytes(String contentType, byte[] body) {
        return new Answer(200, contentType, body);
    }

    public static Answer text(int status, String text) {
        return new Answer(status, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    public Answer failed(String code) {
        errorCode = code;
        return this;
    }

    public Answer changed(List<Change> made) {
        changes = List.copyOf(made);
        return this;
    }

    public Answer replayed() {
        replayed = true;
        return this;
    }

    public Answer items(int count) {
        items = count;
        return this;
    }

    public Answer header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    public byte[] body() {
        return body;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public @Nullable String errorCode() {
        return errorCode;
    }

    public List<Change> changes() {
        return changes;
    }

    public boolean wasReplayed() {
        return replayed;
    }

    public int itemCount() {
        return items;
    }
}
