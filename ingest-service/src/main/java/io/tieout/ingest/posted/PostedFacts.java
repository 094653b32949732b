package io.tieout.ingest.posted;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What counts in a document, by what people call it. Mailing, printing, paying and receiving it
/// change nothing of this. A label that is absent is not known; one that is empty says nothing.
record PostedFacts(@Nullable String number, Map<String, Fact> head, List<Map<String, Fact>> lines) {
    PostedFacts {
        head = ordered(head);
        lines = lines.stream().map(PostedFacts::ordered).toList();
    }

    /// One thing that it says.
    ///
    /// @param value what is compared
    /// @param name what people know it by; renaming it is no edit of the document
    record Fact(String value, @Nullable String name) {
        String words() {
            if (value.isEmpty()) {
                return "none";
            }
            return name == null ? value : name;
        }
    }

    private static Map<String, Fact> ordered(Map<String, Fact> facts) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
