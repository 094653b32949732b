package io.tieout.twin.wire;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// The fields of a URL-encoded body.
public final class Form {
    private final Map<String, String> fields;

    private Form(Map<String, String> fields) {
        this.fields = fields;
    }

    public static Form parse(String body) {
        Map<String, String> fields = new HashMap<>();
        for (var pair : body.strip().split("&")) {
            var at = pair.indexOf('=');
            if (at > 0) {
                fields.put(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
            }
        }
        return new Form(fields);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    /// The field, or an empty text.
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }
}
