package io.tieout.reconcile.matching;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.engine.Band;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind.Side;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a verdict says of one of its lines. Pure.
final class Statement {
    private Statement() {}

    static Standing of(Verdict verdict, Entry line, Instant now) {
        boolean inSheet = line.kind().side() == Side.SHEET;
        List<Entry> others = inSheet ? verdict.books() : verdict.sheet();
        return switch (verdict) {
            case Verdict.Matched it ->
                    standing(
                            line,
                            it.band() == Band.AUTOMATIC ? Outcome.MATCHED : Outcome.PROPOSED,
                            null,
                            it.rule(),
                            it.score(),
                            it.margin(),
                            it.rest(line),
                            it.band() == Band.AUTOMATIC ? "" : probably(it, line),
                            ids(others),
                            List.of(),
                            now);
            case Verdict.Deviating it ->
                    standing(
                            line,
                            Outcome.DEVIATING,
                            it.category(),
                            it.rule(),
                            it.score(),
                            it.margin(),
                            0,
                            it.evidence(),
                            ids(others),
                            List.of(),
                            now);
            case Verdict.Tied it ->
                    standing(
                            line,
                            Outcome.TIED,
                            null,
                            "",
                            0,
                            0,
                            0,
                            "several fit equally well",
                            ids(others),
                            it.nearest(),
                            now);
            case Verdict.Alone it ->
                    standing(
                            line,
                            Outcome.ALONE,
                            it.category(),
                            "",
                            0,
                            0,
                            0,
                            it.evidence(),
                            original(it),
                            it.nearest(),
                            now);
        };
    }

    /// A copy has the line that it copies as its counterpart.
    private static List<String> original(Verdict.Alone alone) {
        return alone.category() == Category.DUPLICATE
                ? alone.nearest().stream().map(near -> near.other().id()).toList()
                : List.of();
    }

    private static String probably(Verdict.Matched matched, Entry line) {
        if (matched.remainder() != 0) {
            return Allocation.words(matched, line);
        }
        String probably =
                String.format(
                        Locale.ROOT, "probably the same, to %.0f percent", 100 * matched.score());
        String orders = matched.otherOrders();
        return orders.isEmpty() ? probably : probably + "; " + orders;
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }

    private static Standing standing(
            Entry line,
            Outcome outcome,
            @Nullable Category category,
            String rule,
            double score,
            double margin,
            long remainder,
            String evidence,
            List<String> counterparts,
            List<Verdict.Near> nearest,
            Instant now) {
        boolean inSheet = line.kind().side() == Side.SHEET;
        return new Standing(
                line.id(),
                line.kind(),
                inSheet ? row(line.id()) : null,
                inSheet ? null : document(line.id()),
                line.party(),
                line.reference(),
                line.project(),
                line.account(),
                line.description(),
                BigDecimal.valueOf(line.amount(), 2),
                line.currency(),
                LocalDate.ofEpochDay(line.day()),
                outcome,
                category,
                rule,
                score,
                margin,
                BigDecimal.valueOf(remainder, 2),
                evidence,
                counterparts,
                nearest.stream()
                        .filter(near -> near.one().id().equals(line.id()))
                        .map(near ->
                                new Standing.Near(near.other().id(), near.score(), near.failed()))
                        .toList(),
                now);
    }

    private static RowRef row(String lineId) {
        int colon = lineId.indexOf(':');
        return new RowRef(
                new SheetId(lineId.substring(0, colon)), new RowId(lineId.substring(colon + 1)));
    }

    private static Standing.DocumentRef document(String lineId) {
        int colon = lineId.indexOf(':');
        int line = lineId.indexOf('#');
        return new Standing.DocumentRef(
                EntityType.of(lineId.substring(0, colon)),
                new EntityId(lineId.substring(colon + 1, line < 0 ? lineId.length() : line)));
    }
}
