package io.tieout.reconcile.corrected;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectedTest {
    private static final RowRef ROW = new RowRef(new SheetId("41"), new RowId("1"));
    private static final String RENTAL = "Rental";

    @Test
    void an_entry_adds_to_the_amount_of_the_line_that_it_corrects() {
        Corrected bill = corrected("380.00", entry("77", "2026-11-23", Map.of(RENTAL, "120.00")));

        assertThat(bill.whole().amount()).isEqualTo(50_000);
        assertThat(bill.own().amount()).isEqualTo(38_000);
        assertThat(bill.parts())
                .extracting(part -> part.id() + " " + part.amount())
                .containsExactly("JournalEntry:77 12000");
    }

    @Test
    void several_entries_add_up() {
        Corrected bill =
                corrected(
                        "380.00",
                        entry("77", "2026-11-23", Map.of(RENTAL, "120.00")),
                        entry("78", "2026-12-01", Map.of(RENTAL, "-20.00")));

        assertThat(bill.whole().amount()).isEqualTo(48_000);
        assertThat(day(bill)).isEqualTo("2026-11-03");
    }

    @Test
    void an_entry_that_was_edited_counts_as_it_is_now() {
        assertThat(
                        corrected("380.00", entry("77", "2026-11-23", Map.of(RENTAL, "0.00")))
                                .whole()
                                .amount())
                .isEqualTo(38_000);
    }

    @Test
    void costs_that_are_moved_count_in_the_other_account() {
        Corrected bill =
                corrected(
                        "480.00",
                        entry(
                                "77",
                                "2026-11-23",
                                Map.of(RENTAL, "-480.00", "Materials", "480.00")));

        assertThat(bill.whole().account()).isEqualTo("Materials");
        assertThat(bill.whole().amount()).isEqualTo(48_000);
    }

    @Test
    void costs_that_are_moved_in_part_stay_in_their_account() {
        Corrected bill =
                corrected(
                        "480.00",
                        entry(
                                "77",
                                "2026-11-23",
                                Map.of(RENTAL, "-400.00", "Materials", "400.00")));

        assertThat(bill.whole().account()).isEqualTo(RENTAL);
    }

    @Test
    void costs_that_are_shifted_count_in_the_month_that_is_left() {
        Corrected bill =
                corrected(
                        "480.00",
                        entry("77", "2026-10-31", Map.of(RENTAL, "480.00")),
                        entry("78", "2026-11-01", Map.of(RENTAL, "-480.00")));

        assertThat(day(bill)).isEqualTo("2026-10-31");
        assertThat(bill.whole().amount()).isEqualTo(48_000);
    }

    @Test
    void one_half_of_a_shift_that_is_left_alone_doubles_the_costs() {
        Corrected bill = corrected("480.00", entry("77", "2026-10-31", Map.of(RENTAL, "480.00")));

        assertThat(bill.whole().amount()).isEqualTo(96_000);
        assertThat(day(bill)).isEqualTo("2026-11-03");
    }

    @Test
    void an_entry_in_another_currency_corrects_nothing() {
        Correcting foreign =
                new Correcting(
                        ROW,
                        "Bill:145",
                        new EntityId("77"),
                        null,
                        LocalDate.parse("2026-11-23"),
                        "CAD",
                        Map.of(RENTAL, new BigDecimal("120.00")));

        assertThat(Corrected.of(List.of(line("Bill:145", "380.00")), List.of(foreign))).isEmpty();
    }

    @Test
    void each_line_of_a_document_has_its_own_entries_and_the_first_has_those_of_lines_gone() {
        List<Entry> lines = List.of(line("Bill:145#1", "20.00"), line("Bill:145#2", "380.00"));

        assertThat(
                        Corrected.of(
                                lines,
                                List.of(
                                        of("Bill:145#2", "77", "2026-11-23", Map.of(RENTAL, "1")),
                                        of("Bill:145#3", "78", "2026-11-23", Map.of(RENTAL, "2")))))
                .hasEntrySatisfying(
                        "Bill:145#2", it -> assertThat(it.whole().amount()).isEqualTo(38_100))
                .hasEntrySatisfying(
                        "Bill:145#1", it -> assertThat(it.whole().amount()).isEqualTo(2_200));
    }

    @Test
    void an_entry_is_named_with_what_it_does() {
        assertThat(entry("77", "2026-11-23", Map.of(RENTAL, "120.00")).words())
                .isEqualTo("journal entry without number (id 77) of 2026-11-23, USD 120.00");
        assertThat(
                        entry("77", "2026-11-23", Map.of(RENTAL, "-480.00", "Materials", "480.00"))
                                .words())
                .endsWith("which moves USD 480.00 to Materials");
    }

    private static String day(Corrected line) {
        return LocalDate.ofEpochDay(line.whole().day()).toString();
    }

    private static Corrected corrected(String amount, Correcting... entries) {
        return Corrected.of(List.of(line("Bill:145", amount)), List.of(entries)).get("Bill:145");
    }

    private static Correcting entry(String id, String date, Map<String, String> amounts) {
        return of("Bill:145", id, date, amounts);
    }

    private static Correcting of(String line, String id, String date, Map<String, String> amounts) {
        return new Correcting(
                        ROW, line, new EntityId(id), null, LocalDate.parse(date), "USD", Map.of())
                .over(
                        amounts.entrySet().stream()
                                .collect(
                                        java.util.stream.Collectors.toMap(
                                                Map.Entry::getKey,
                                                one -> new BigDecimal(one.getValue()))));
    }

    private static Entry line(String id, String amount) {
        return new Entry(
                id,
                EntryKind.BILL,
                "Atlas Electric",
                "AE-77",
                "",
                "",
                new BigDecimal(amount).movePointRight(2).longValueExact(),
                "USD",
                (int) LocalDate.parse("2026-11-03").toEpochDay(),
                "Cable",
                "Pier 7",
                "",
                RENTAL);
    }
}
