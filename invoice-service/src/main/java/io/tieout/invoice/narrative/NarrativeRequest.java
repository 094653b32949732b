package io.tieout.invoice.narrative;

import io.tieout.invoice.drafting.DraftLine;
import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.kit.json.CanonicalJson;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What the model is told: for each line the cells that it rests on, and the words to use without
/// it.
record NarrativeRequest(List<Line> lines) {
    NarrativeRequest {
        lines = List.copyOf(lines);
    }

    /// @param sources the cited cells as text; every digit in the answer must occur in one of them
    /// @param template the words that are used instead
    record Line(int number, List<String> sources, String template) {
        Line {
            sources = List.copyOf(sources);
        }
    }

    static NarrativeRequest of(InvoiceDraft draft, Words template) {
        List<DraftLine> lines = draft.lines();
        return new NarrativeRequest(
                java.util.stream.IntStream.range(0, lines.size())
                        .mapToObj(i ->
                                new Line(
                                        i + 1,
                                        sources(draft, lines.get(i)),
                                        template.descriptions().get(i)))
                        .toList());
    }

    private static List<String> sources(InvoiceDraft draft, DraftLine line) {
        Stream<Object> common =
                Stream.of(line.itemName(), draft.group().customer(), text(draft.group().project()));
        Stream<Object> cells = line.rows().stream().flatMap(NarrativeRequest::cells);
        return Stream.concat(common, cells)
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    private static Stream<Object> cells(EligibleRow row) {
        return Stream.of(row.cells().description(), row.cells().workDate(), row.cells().hours())
                .filter(Objects::nonNull)
                .map(Object.class::cast);
    }

    private static String text(@org.jspecify.annotations.Nullable String cell) {
        return cell == null ? "" : cell;
    }

    /// Equal for equal requests, so that words are asked for once.
    String key() {
        return CanonicalJson.sha256(this);
    }
}
