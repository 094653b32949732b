package io.tieout.reconcile.matching;

import io.tieout.reconcile.corrected.Corrected;
import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.standing.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is said of lines that are corrected: where they have a counterpart, of the document and of
/// each entry what it comes to; where they have none, of all as one. Pure.
final class Parts {
    private final Function<String, @Nullable Corrected> corrected;
    private final Function<String, @Nullable BookDocument> documents;
    private final Instant now;

    Parts(
            Function<String, @Nullable Corrected> corrected,
            Function<String, @Nullable BookDocument> documents,
            Instant now) {
        this.corrected = corrected;
        this.documents = documents;
        this.now = now;
    }

    /// The line itself comes first.
    List<Standing> of(Verdict verdict, Entry line) {
        String words = words(verdict);
        Corrected known = corrected.apply(line.id());
        if (known == null || verdict instanceof Verdict.Alone) {
            return List.of(said(verdict, line, words));
        }
        return Stream.concat(Stream.of(known.own()), known.parts().stream())
                .map(part -> said(verdict, part, words))
                .toList();
    }

    private Standing said(Verdict verdict, Entry line, String words) {
        Standing said = Statement.of(verdict, line, now);
        if (words.isEmpty()) {
            return said;
        }
        return said.with(withParts(said.counterparts()), evidence(verdict, said, words));
    }

    private static String evidence(Verdict verdict, Standing said, String words) {
        if (said.evidence().isEmpty()) {
            return "agreed with " + words;
        }
        return verdict instanceof Verdict.Alone
                ? "%s (%s)".formatted(said.evidence(), words)
                : said.evidence();
    }

    private List<String> withParts(List<String> lines) {
        List<String> all = new ArrayList<>();
        for (String line : lines) {
            all.add(line);
            Corrected known = corrected.apply(line);
            if (known != null) {
                known.parts().forEach(part -> all.add(part.id()));
            }
        }
        return all;
    }

    /// The corrected documents that the verdict speaks of.
    private String words(Verdict verdict) {
        Set<String> keys = new LinkedHashSet<>();
        for (Entry line : verdict.books()) {
            if (corrected.apply(line.id()) != null) {
                keys.add(line.id());
            }
        }
        return keys.stream()
                .map(documents)
                .filter(Objects::nonNull)
                .map(BookDocument::words)
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
