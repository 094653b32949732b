package io.tieout.reconcile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Billing rows and the lines of invoices.
class BilledLedgerTest {
    private static final LocalDate WORKED = LocalDate.parse("2026-09-03");
    private static final LocalDate BILLED = LocalDate.parse("2026-11-05");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final LiveLedger ledger =
            LiveLedger.empty(
                    MatchSettings.FIRST,
                    Parties.of(List.of("Atlas Electric"), List.of()),
                    Parties.of(List.of("Pier 7"), List.of()),
                    Parties.of(List.of("Harbor Works LLC", "Northwind"), List.of()));

    @Test
    void each_row_is_the_line_that_its_draft_made_of_it_however_equal_they_are() {
        fill(
                List.of(
                        ofDraft("1", "Invoice:55#1", "1200.00"),
                        ofDraft("2", "Invoice:55#2", "1200.00"),
                        ofDraft("3", "Invoice:55#3", "80.00")),
                drafted("55", "1045", "1200.00", "1200.00", "80.00"));

        assertThat(said("51:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(said("51:1").counterparts()).containsExactly("Invoice:55#1");
        assertThat(said("51:2").counterparts()).containsExactly("Invoice:55#2");
        assertThat(said("51:3").counterparts()).containsExactly("Invoice:55#3");
        assertThat(ledger.standing("Invoice:55")).isNull();
    }

    @Test
    void a_line_of_several_rows_is_all_of_them_though_each_was_rounded() {
        fill(
                List.of(
                        ofDraft("1", "Invoice:55#1", "25.00"),
                        ofDraft("2", "Invoice:55#1", "25.00"),
                        ofDraft("3", "Invoice:55#1", "25.00"),
                        ofDraft("4", "Invoice:55#1", "25.00"),
                        ofDraft("5", "Invoice:55#2", "80.00")),
                drafted("55", "1045", "99.98", "80.00"));

        assertThat(said("51:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(said("Invoice:55#1").counterparts())
                .containsExactlyInAnyOrder("51:1", "51:2", "51:3", "51:4");
        assertThat(said("51:5").counterparts()).containsExactly("Invoice:55#2");
    }

    @Test
    void a_row_edited_after_posting_differs_from_its_line() {
        fill(
                List.of(
                        ofDraft("1", "Invoice:55#1", "1500.00"),
                        ofDraft("2", "Invoice:55#2", "1200.00")),
                drafted("55", "1045", "1200.00", "1200.00"));

        assertThat(said("51:1").category()).isEqualTo(Category.AMOUNT_VARIANCE);
        assertThat(said("51:1").counterparts()).containsExactly("Invoice:55#1");
        assertThat(said("51:2").outcome()).isEqualTo(Outcome.MATCHED);
    }

    @Test
    void rows_of_one_line_differ_together() {
        fill(
                List.of(
                        ofDraft("1", "Invoice:55#1", "600.00"),
                        ofDraft("2", "Invoice:55#1", "400.00")),
                drafted("55", "1045", "800.00"));

        assertThat(said("51:1").category()).isEqualTo(Category.AMOUNT_VARIANCE);
        assertThat(said("51:2").category()).isEqualTo(Category.AMOUNT_VARIANCE);
        assertThat(said("51:2").evidence()).contains("1000.00 in the sheet in 2 rows");
    }

    @Test
    void an_invoice_that_was_deleted_leaves_its_rows_without_one() {
        fill(List.of(ofDraft("1", "Invoice:55#1", "1200.00")), drafted("55", "1045", "1200.00"));

        ledger.change(List.of(), List.of(), List.of(), List.of("Invoice:55"), NOW);

        assertThat(said("51:1").category()).isEqualTo(Category.MISSING_IN_QUICKBOOKS);
    }

    @Test
    void rows_billed_by_hand_are_on_the_invoice_that_they_name_whenever_the_work_was_done() {
        fill(
                List.of(
                        named("1", "1045", "1200.00"),
                        named("2", "1045", "1200.00"),
                        named("3", "1045", "80.00"),
                        named("4", "1046", "99.00")),
                byHand("55", "1045", "1200.00", "1200.00", "80.00"));

        assertThat(List.of(said("51:1"), said("51:2"), said("51:3")))
                .allMatch(one -> one.outcome() == Outcome.MATCHED);
        assertThat(said("51:4").category()).isEqualTo(Category.MISSING_IN_QUICKBOOKS);

        ledger.change(List.of(), List.of(), List.of(byHand("56", "1046", "99.00")), List.of(), NOW);

        assertThat(said("51:4").outcome()).isEqualTo(Outcome.MATCHED);
    }

    @Test
    void a_line_that_no_row_asks_for_is_missed_where_a_sheet_keeps_the_project() {
        fill(
                List.of(named("1", "1045", "1200.00")),
                byHand("55", "1045", "1200.00", "300.00"),
                drafted("56", "1046", "75.00"));

        assertThat(said("51:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(said("Invoice:55#2").category()).isEqualTo(Category.MISSING_IN_SMARTSHEET);
        assertThat(ledger.standing("Invoice:56#1")).isNull();
    }

    @Test
    void of_a_row_that_nobody_can_price_and_its_invoice_nothing_is_said() {
        fill(
                List.of(named("1", "1045", null), named("2", "1046", "99.00")),
                byHand("55", "1045", "1200.00"),
                byHand("56", "1046", "99.00"));

        assertThat(ledger.standing("51:1")).isNull();
        assertThat(ledger.standing("Invoice:55#1")).isNull();
        assertThat(said("51:2").outcome()).isEqualTo(Outcome.MATCHED);
    }

    @Test
    void neither_tax_nor_a_discount_is_a_line_that_a_row_should_ask_for() {
        fill(
                List.of(named("1", "1045", "1200.00")),
                invoice("55", "1045", false, "1188.00", "1200.00", "-100.00"));

        assertThat(said("51:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(ledger.standing("Invoice:55#2")).isNull();
    }

    private void fill(Collection<SheetLine> rows, BookDocument... invoices) {
        ledger.fill(rows, Arrays.asList(invoices), List.of(), NOW);
    }

    private Standing said(String line) {
        Standing standing = ledger.standing(line);
        assertThat(standing).as(line).isNotNull();
        return java.util.Objects.requireNonNull(standing);
    }

    private static SheetLine ofDraft(String id, String link, String worth) {
        return row(id, "1045", link, worth, BILLED);
    }

    private static SheetLine named(String id, String number, @Nullable String worth) {
        return row(id, number, null, worth, WORKED);
    }

    private static SheetLine row(
            String id,
            String number,
            @Nullable String link,
            @Nullable String worth,
            LocalDate day) {
        return new SheetLine(
                new RowRef(new SheetId("51"), new RowId(id)),
                EntryKind.BILLING,
                "Harbor Works LLC",
                number,
                link,
                null,
                worth == null ? null : usd(worth),
                day,
                "Cable works",
                "Pier 7",
                null,
                null);
    }

    private static BookDocument drafted(String id, String number, String... lines) {
        return invoice(id, number, true, "9999.00", lines);
    }

    private static BookDocument byHand(String id, String number, String... lines) {
        return invoice(id, number, false, "8888.00", lines);
    }

    private static BookDocument invoice(
            String id, String number, boolean drafted, String total, String... lines) {
        return new BookDocument(
                EntityType.INVOICE,
                new EntityId(id),
                "Harbor Works LLC",
                number,
                null,
                BILLED,
                usd(total),
                Arrays.stream(lines)
                        .map(line ->
                                new BookLine(
                                        usd(line),
                                        "Work in October",
                                        "Pier 7",
                                        null,
                                        "Sales",
                                        null))
                        .toList(),
                drafted);
    }

    private static Measure usd(String amount) {
        return Measure.of(Money.of(amount, CurrencyCode.USD));
    }
}
