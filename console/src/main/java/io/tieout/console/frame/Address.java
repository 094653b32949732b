package io.tieout.console.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The address of a view: whatever is filtered, sorted or chosen stands in it.
public record Address(String path, Map<String, String> query) {
    public Address {
        query = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(query));
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /// The same with one part set; absent or empty takes it away.
    public Address with(String name, @Nullable Object value) {
        Map<String, String> changed = new LinkedHashMap<>(query);
        changed.remove(name);
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            changed.put(name, text);
        }
        return new Address(path, changed);
    }

    @Override
    public String toString() {
        return query.isEmpty()
                ? path
                : path
                        + query.entrySet().stream()
                                .map(part -> part.getKey() + "=" + encoded(part.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
