package io.tieout.reconcile.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.MatchOutcome;
import io.tieout.reconcile.matching.Measure;
import io.tieout.reconcile.matching.SheetLine;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

    @Test
    void names_the_document_of_the_same_number_that_is_in_another_currency() {
        assertThat(notes(near("EQ-1", "currency is another")))
                .isEqualTo(
                        "QuickBooks has no bill, expense or credit of Erie over CAD 730.00 with number EQ-1."
                                + " Nearest is Bill EQ-1 of 2026-11-18, USD 730.00: currency is another.");
    }

    @Test
    void leaves_what_is_only_somewhat_alike_to_the_finding() {
        assertThat(notes(near("EQ-2", "document number is another"))).endsWith("number EQ-1");
        assertThat(notes(near("EQ-1", "currency is another", "40 days apart, 31 allowed")))
                .endsWith("number EQ-1");
    }

    private static String notes(MatchOutcome.Near near) {
        SheetLine row =
                new SheetLine(
                        new RowRef(new SheetId("41"), new RowId("7")),
                        EntryKind.COST,
                        "Erie",
                        "EQ-1",
                        null,
                        null,
                        Measure.of(Money.of("730.00", new CurrencyCode("CAD"))),
                        DAY,
                        null,
                        null,
                        null,
                        null);
        return Wording.of(
                        row,
                        new MatchOutcome.Missing(Category.MISSING_IN_QUICKBOOKS, List.of(near)))
                .notes();
    }

    private static MatchOutcome.Near near(String number, String... failed) {
        return new MatchOutcome.Near(
                new BookDocument(
                        EntityType.BILL,
                        new EntityId("5"),
                        "Erie",
                        number,
                        null,
                        DAY,
                        Measure.of(Money.of("730.00", CurrencyCode.USD)),
                        List.of()),
                0.9,
                List.of(failed));
    }
}
