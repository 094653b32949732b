package io.tieout.ingest.posted;

import io.tieout.ingest.posted.PostedFacts.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a person has changed of a document, in words. Pure.
final class DocumentEdits {
    private static final int LINES_NAMED_MAX = 3;
    private static final int WORDS_MAX = 60;
    private static final Fact ABSENT = new Fact("", null);

    private DocumentEdits() {}

    /// @param before what it said; only what is known of it is compared
    static List<String> between(PostedFacts before, PostedFacts now) {
        List<String> edits = new ArrayList<>();
        compare(edits, "", before.head(), now.head());
        int were = before.lines().size();
        int are = now.lines().size();
        if (were != are) {
            edits.add("it had %d %s, has %d".formatted(were, were == 1 ? "line" : "lines", are));
            return List.copyOf(edits);
        }
        int named = 0;
        for (int i = 0; i < were && named < LINES_NAMED_MAX; i++) {
            int count = edits.size();
            compare(edits, "line " + (i + 1), before.lines().get(i), now.lines().get(i));
            named += edits.size() > count ? 1 : 0;
        }
        return List.copyOf(edits);
    }

    private static void compare(
            List<String> edits, String where, Map<String, Fact> before, Map<String, Fact> now) {
        before.forEach((label, was) -> {
            Fact is = now.getOrDefault(label, ABSENT);
            if (!was.value().equals(is.value())) {
                edits.add(
                        "%s was %s, is %s"
                                .formatted(
                                        named(where, label), words(label, was), words(label, is)));
            }
        });
    }

    /// A line is known by its description.
    private static String named(String where, String label) {
        return label.equals(Facts.WORDS) && !where.isEmpty()
                ? where
                : (where + " " + label).strip();
    }

    private static String words(String label, Fact fact) {
        String words = fact.words();
        if (!label.equals(Facts.WORDS)) {
            return words;
        }
        String some = words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) + "…" : words;
        return fact.value().isEmpty() ? "empty" : '"' + some + '"';
    }
}
