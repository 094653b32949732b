package io.tieout.invoice.narrative;

import io.tieout.invoice.drafting.DraftLine;
import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.wording.Source;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the model is told: for each line the texts that it rests on, and the words to use without
/// it.
record NarrativeRequest(List<Line> lines) {
    NarrativeRequest {
        lines = List.copyOf(lines);
    }

    /// @param sources the cited texts; every number in the answer must occur in one of them
    /// @param template the words that are used instead
    record Line(int number, List<Source> sources, String template) {
        Line {
            sources = List.copyOf(sources);
        }
    }

    static NarrativeRequest of(InvoiceDraft draft, Words template) {
        List<DraftLine> lines = draft.lines();
        return new NarrativeRequest(
                IntStream.range(0, lines.size())
                        .mapToObj(i ->
                                new Line(
                                        i + 1,
                                        sources(draft, lines.get(i)),
                                        template.descriptions().get(i)))
                        .toList());
    }

    private static List<Source> sources(InvoiceDraft draft, DraftLine line) {
        Stream<Source> cells = line.rows().stream().flatMap(NarrativeRequest::cells);
        Stream<Source> common =
                Stream.of(
                                source("item", line.itemName()),
                                source("customer", draft.group().customer()),
                                source("project", draft.group().project()))
                        .flatMap(stream -> stream);
        Stream<Source> context = line.rows().stream().flatMap(ContextSources::of);
        return Stream.of(cells, context, common)
                .flatMap(stream -> stream)
                .filter(source -> !source.text().isBlank())
                .distinct()
                .toList();
    }

    private static Stream<Source> cells(EligibleRow row) {
        String cite = "row:" + row.ref().key();
        return Stream.of(row.cells().description(), row.cells().workDate(), row.cells().hours())
                .filter(Objects::nonNull)
                .flatMap(cell -> source(cite, cell));
    }

    private static Stream<Source> source(String cite, @Nullable Object value) {
        String text = Objects.toString(value, "");
        return text.isBlank() ? Stream.empty() : Stream.of(new Source(cite, text));
    }

    /// Equal for equal requests, so that words are asked for once.
    String key() {
        return CanonicalJson.sha256(this);
    }
}
