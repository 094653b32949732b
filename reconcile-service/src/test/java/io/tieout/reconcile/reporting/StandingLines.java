package io.tieout.reconcile.reporting;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Lines with what is said of them, for tests.
///
/// @param category what it is; absent when it matches
public record StandingLines(
        String id,
        EntryKind kind,
        @Nullable RowRef row,
        Standing.@Nullable DocumentRef document,
        String amount,
        String currency,
        String project,
        Outcome outcome,
        @Nullable Category category,
        List<String> counterparts) {
    /// A cost row of sheet 41.
    public static StandingLines row(String id, String amount) {
        return new StandingLines(
                "41/" + id,
                EntryKind.COST,
                new RowRef(new SheetId("41"), new RowId(id)),
                null,
                amount,
                "USD",
                "Pier 7",
                Outcome.MATCHED,
                null,
                List.of());
    }

    /// The first line of a bill.
    public static StandingLines bill(String id, String amount) {
        return new StandingLines(
                "Bill:" + id + "#1",
                EntryKind.BILL,
                null,
                new Standing.DocumentRef(EntityType.BILL, new EntityId(id)),
                amount,
                "USD",
                "Pier 7",
                Outcome.MATCHED,
                null,
                List.of());
    }

    public StandingLines of(EntryKind newKind, String unit) {
        return new StandingLines(
                id, newKind, row, document, amount, unit, project, outcome, category, counterparts);
    }

    public StandingLines as(Outcome said) {
        return new StandingLines(
                id, kind, row, document, amount, currency, project, said, null, counterparts);
    }

    public StandingLines as(Outcome said, Category what) {
        return new StandingLines(
                id, kind, row, document, amount, currency, project, said, what, counterparts);
    }

    public StandingLines with(String... others) {
        return new StandingLines(
                id,
                kind,
                row,
                document,
                amount,
                currency,
                project,
                outcome,
                category,
                List.of(others));
    }

    public StandingLines in(String named) {
        return new StandingLines(
                id, kind, row, document, amount, currency, named, outcome, category, counterparts);
    }

    public Standing line() {
        return new Standing(
                id,
                kind,
                row,
                document,
                "Atlas Electric",
                "AE-77",
                project,
                "",
                "Cable",
                new BigDecimal(amount),
                currency,
                LocalDate.parse("2026-11-03"),
                outcome,
                category,
                "reference",
                1,
                10,
                BigDecimal.ZERO,
                outcome == Outcome.MATCHED ? "" : "the books say otherwise",
                counterparts,
                List.of(),
                Instant.parse("2026-11-22T10:00:00Z"));
    }
}
