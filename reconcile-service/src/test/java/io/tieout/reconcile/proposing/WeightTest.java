package io.tieout.reconcile.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.finding.Severity;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.LiveLedger;
import io.tieout.reconcile.matching.MatchOutcome;
import io.tieout.reconcile.matching.MatchSettings;
import io.tieout.reconcile.matching.Measure;
import io.tieout.reconcile.matching.RowOutcome;
import io.tieout.reconcile.matching.SheetLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WeightTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");
    private static final ReviewDesk DESK =
            new ReviewDesk(
                    new BigDecimal("250.00"),
                    null,
                    null,
                    Map.of(),
                    null,
                    ReviewDesk.NONE.zone(),
                    ReviewDesk.Counterparts.NONE);

    private final LiveLedger ledger =
            LiveLedger.empty(
                    MatchSettings.FIRST,
                    Parties.of(List.of("Atlas Electric"), List.of()),
                    Parties.of(List.of("Pier 7"), List.of()),
                    Parties.of(List.of("Harbor Works LLC"), List.of()));

    @Test
    void of_another_amount_the_difference_is_at_stake() {
        fill(List.of(row("1", "AE-77", "480.00")), bill("7", "AE-77", "512.50"));

        assertThat(of("1")).isEqualTo(new Weight(Severity.WARNING, usd("32.50")));
    }

    @Test
    void of_what_the_books_do_not_have_all_is_at_stake() {
        fill(List.of(row("1", "AE-77", "480.00")));

        assertThat(of("1")).isEqualTo(new Weight(Severity.ERROR, usd("480.00")));
    }

    @Test
    void nothing_is_at_stake_where_both_agree() {
        fill(List.of(row("1", "AE-77", "480.00")), bill("7", "AE-77", "480.00"));

        assertThat(of("1")).isEqualTo(Weight.NONE);
    }

    @Test
    void of_a_tie_the_row_is_at_stake_and_its_candidates_say_what_they_have_in_common() {
        fill(
                List.of(row("1", null, "480.00")),
                bill("7", null, "480.00"),
                bill("8", null, "480.00"));

        assertThat(of("1")).isEqualTo(new Weight(Severity.WARNING, usd("480.00")));
        MatchOutcome.Undecided tie =
                (MatchOutcome.Undecided) RowOutcome.of(ledger.standing("41:1"), ledger);
        assertThat(Tie.words(tie))
                .isEqualTo(
                        "2 documents fit equally well: Bill without number (id 7) of 2026-11-03, USD 480.00;"
                                + " Bill without number (id 8) of 2026-11-03, USD 480.00. They are alike in vendor,"
                                + " amount, date. None has a number. The document number decides.");
    }

    @Test
    void what_no_sheet_has_adds_up_its_lines() {
        fill(List.of(row("1", "AE-77", "480.00")), bill("7", "AE-9", "70.00"));

        assertThat(
                        Weight.of(
                                Category.MISSING_IN_SMARTSHEET,
                                List.of(ledger.standing("41:1"), ledger.standing("41:1")),
                                DESK))
                .isEqualTo(new Weight(Severity.ERROR, usd("960.00")));
    }

    private void fill(List<SheetLine> rows, BookDocument... bills) {
        ledger.fill(rows, List.of(bills), List.of(), Instant.EPOCH);
    }

    private Weight of(String row) {
        return Weight.of(ledger.standing("41:" + row), ledger, DESK);
    }

    private static SheetLine row(String id, @Nullable String number, String amount) {
        return new SheetLine(
                new RowRef(new SheetId("41"), new RowId(id)),
                EntryKind.COST,
                "Atlas Electric",
                number,
                null,
                null,
                Measure.of(usd(amount)),
                DAY,
                null,
                null,
                null,
                null);
    }

    private static BookDocument bill(String id, @Nullable String number, String amount) {
        return new BookDocument(
                EntityType.BILL,
                new EntityId(id),
                "Atlas Electric",
                number,
                null,
                DAY,
                Measure.of(usd(amount)),
                List.of());
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}
