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

/// Makes lines with what is said of them, for tests.
public final class StandingLines {
    private final String id;
    private final @Nullable RowRef row;
    private final Standing.@Nullable DocumentRef document;
    private final BigDecimal amount;
    private EntryKind kind;
    private String unit = "USD";
    private String project = "Pier 7";
    private String account = "";
    private String day = "2026-11-03";
    private Outcome outcome = Outcome.MATCHED;
    private @Nullable Category category;
    private List<String> counterparts = List.of();

    private StandingLines(
            String id,
            EntryKind kind,
            @Nullable RowRef row,
            Standing.@Nullable DocumentRef document,
            String amount) {
        this.id = id;
        this.kind = kind;
        this.row = row;
        this.document = document;
        this.amount = new BigDecimal(amount);
    }

    /// A cost row of sheet 41.
    public static StandingLines row(String id, String amount) {
        RowRef row = new RowRef(new SheetId("41"), new RowId(id));
        return new StandingLines(row.key(), EntryKind.COST, row, null, amount);
    }

    /// The first line of a bill.
    public static StandingLines bill(String id, String amount) {
        return new StandingLines(
                "Bill:" + id + "#1",
                EntryKind.BILL,
                null,
                new Standing.DocumentRef(EntityType.BILL, new EntityId(id)),
                amount);
    }

    public StandingLines of(EntryKind newKind, String newUnit) {
        kind = newKind;
        unit = newUnit;
        return this;
    }

    public StandingLines as(Outcome said) {
        outcome = said;
        return this;
    }

    public StandingLines as(Outcome said, Category what) {
        outcome = said;
        category = what;
        return this;
    }

    public StandingLines with(String... others) {
        counterparts = List.of(others);
        return this;
    }

    public StandingLines in(String named) {
        project = named;
        return this;
    }

    public StandingLines to(String named) {
        account = named;
        return this;
    }

    public StandingLines on(String date) {
        day = date;
        return this;
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
                account,
                "Cable",
                amount,
                unit,
                LocalDate.parse(day),
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
