package io.tieout.twin.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One HTTP request as it arrived, read once and handed on whole.
public final class WireRequest {
    private final String method;
    private final String path;
    private final String rawQuery;
    private final List<String> segments;
    private final Map<String, String> query;
    private final Map<String, String> headers;
    private final byte[] body;

    public WireRequest(
            String method,
            String path,
            String rawQuery,
            List<String> segments,
            Map<String, String> query,
            Map<String, String> headers,
            byte[] body) {
        this.method = method;
        this.path = path;
        this.rawQuery = rawQuery;
        this.segments = List.copyOf(segments);
        this.query = Map.copyOf(query);
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public String rawQuery() {
        return rawQuery;
    }

    /// The decoded parts of the path below the vendor's prefix.
    public List<String> segments() {
        return segments;
    }

    public @Nullable String query(String name) {
        return query.get(name);
    }

    public String query(String name, String otherwise) {
        return query.getOrDefault(name, otherwise);
    }

    /// Whether a comma-separated query parameter names this word.
    public boolean queryHas(String name, String word) {
        return List.of(query(name, "").split(",")).contains(word);
    }

    public @Nullable String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    public byte[] body() {
        return body;
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() throws JsonProcessingException {
        return Json.parse(body);
    }

    public @Nullable String bearer() {
        var header = header("Authorization");
        return header != null && header.startsWith("Bearer ") ? header.substring(7).strip() : null;
    }

    /// User and password of a Basic header, or null.
    public String @Nullable [] basic() {
        var header = header("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return null;
        }
        try {
            var decoded =
                    new String(
                            Base64.getDecoder().decode(header.substring(6).strip()),
                            StandardCharsets.UTF_8);
            var colon = decoded.indexOf(':');
            return colon < 0
                    ? null
                    : new String[] {decoded.substring(0, colon), decoded.substring(colon + 1)};
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
