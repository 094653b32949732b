package io.tieout.reconcile.proposing;

import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.MatchOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Says what several documents or rows have in common, so that nothing decides between them. Pure.
final class Tie {
    /// Of very many nobody reads in what they are alike.
    private static final int COMPARED_MAX = 100;

    private Tie() {}

    static String words(MatchOutcome.Undecided tie) {
        List<BookDocument> documents = tie.documents();
        String several =
                tie.rows() < 2
                        ? "%d documents fit equally well".formatted(documents.size())
                        : documents.size() < 2
                                ? "%d rows fit the same document equally well".formatted(tie.rows())
                                : "%d rows and %d documents fit each other equally well"
                                        .formatted(tie.rows(), documents.size());
        return "%s: %s.%s The document number decides."
                .formatted(several, Wording.named(documents), alike(documents));
    }

    private static String alike(List<BookDocument> documents) {
        if (documents.size() < 2 || documents.size() > COMPARED_MAX) {
            return "";
        }
        List<String> alike = new ArrayList<>();
        add(alike, documents, it -> it.party() == null ? "" : it.party(), "vendor");
        add(alike, documents, BookDocument::measure, "amount");
        add(alike, documents, BookDocument::date, "date");
        add(alike, documents, Tie::number, "number");
        boolean unnumbered = documents.stream().map(Tie::number).allMatch(String::isEmpty);
        String words = String.join(", ", unnumbered ? alike.subList(0, alike.size() - 1) : alike);
        return (words.isEmpty() ? "" : " They are alike in %s.".formatted(words))
                + (unnumbered ? " None has a number." : "");
    }

    private static String number(BookDocument document) {
        return document.number() == null ? "" : document.number();
    }

    private static void add(
            List<String> alike,
            List<BookDocument> documents,
            Function<BookDocument, Object> part,
            String words) {
        if (documents.stream().map(part).distinct().count() == 1) {
            alike.add(words);
        }
    }
}
