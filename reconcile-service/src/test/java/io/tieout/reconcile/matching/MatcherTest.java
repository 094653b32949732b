package io.tieout.reconcile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatcherTest {
    private final CostRow row = row("1", "Atlas Electric", "AE-77", "480.00");
    private final BookDocument bill = bill("145", "Atlas Electric", "AE-77", "480.00");

    @Test
    void matches_vendor_amount_and_number() {
        assertThat(outcome(List.of(row), List.of(bill))).isEqualTo(new MatchOutcome.Matched(bill));
    }

    @Test
    void reads_names_and_numbers_as_people_do() {
        CostRow written = row("1", " ATLAS  Electric, Inc.", "# ae-77", "480");
        BookDocument booked = bill("145", "Atlas Electric Inc", "AE-77", "480.00");
        assertThat(outcome(List.of(written), List.of(booked)))
                .isEqualTo(new MatchOutcome.Matched(booked));
    }

    @Test
    void another_number_amount_vendor_or_currency_is_no_match() {
        for (BookDocument other :
                List.of(
                        bill("1", "Atlas Electric", "AE-78", "480.00"),
                        bill("2", "Atlas Electric", null, "480.00"),
                        bill("3", "Atlas Electric", "AE-77", "480.01"),
                        bill("4", "Atlas Electrics", "AE-77", "480.00"),
                        new BookDocument(
                                EntityType.BILL,
                                new EntityId("5"),
                                "Atlas Electric",
                                "AE-77",
                                LocalDate.parse("2026-11-03"),
                                Money.of("480.00", new CurrencyCode("EUR"))))) {
            assertThat(outcome(List.of(row), List.of(other))).isEqualTo(new MatchOutcome.Missing());
        }
    }

    @Test
    void a_row_without_number_takes_the_only_document_that_fits() {
        assertThat(outcome(List.of(row("1", "Atlas Electric", null, "480.00")), List.of(bill)))
                .isEqualTo(new MatchOutcome.Matched(bill));
    }

    @Test
    void a_document_that_a_number_claims_is_not_given_to_another_row() {
        Map<RowRef, MatchOutcome> outcomes =
                Matcher.match(
                        List.of(row("2", "Atlas Electric", null, "480.00"), row), List.of(bill));
        assertThat(outcomes.get(row.row())).isEqualTo(new MatchOutcome.Matched(bill));
        assertThat(outcomes.get(ref("2"))).isEqualTo(new MatchOutcome.Missing());
    }

    @Test
    void nobody_guesses_between_equals() {
        BookDocument twin = bill("146", "Atlas Electric", "AE-77", "480.00");
        assertThat(outcome(List.of(row), List.of(twin, bill)))
                .isEqualTo(new MatchOutcome.Undecided(List.of(bill, twin)));
        assertThat(
                        Matcher.match(
                                        List.of(row, row("2", "Atlas Electric", "AE-77", "480.00")),
                                        List.of(bill))
                                .values())
                .containsOnly(new MatchOutcome.Undecided(List.of(bill)));
    }

    @Test
    void a_row_without_vendor_or_amount_says_too_little() {
        assertThat(outcome(List.of(row("1", null, "AE-77", "480.00")), List.of(bill)))
                .isEqualTo(new MatchOutcome.Incomplete());
        assertThat(
                        outcome(
                                List.of(new CostRow(ref("1"), "Atlas Electric", "AE-77", null)),
                                List.of(bill)))
                .isEqualTo(new MatchOutcome.Incomplete());
    }

    @Test
    void the_order_of_arrival_makes_no_difference_and_no_document_serves_two_rows() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            List<CostRow> rows = new ArrayList<>();
            List<BookDocument> documents = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                rows.add(row("r" + i, vendor(random), number(random), amount(random)));
                documents.add(bill("d" + i, vendor(random), number(random), amount(random)));
            }
            Map<RowRef, MatchOutcome> once = Matcher.match(rows, documents);
            Collections.shuffle(rows, random);
            Collections.shuffle(documents, random);
            assertThat(Matcher.match(rows, documents)).isEqualTo(once);
            List<BookDocument> given =
                    once.values().stream()
                            .filter(MatchOutcome.Matched.class::isInstance)
                            .map(outcome -> ((MatchOutcome.Matched) outcome).document())
                            .toList();
            assertThat(given).hasSameSizeAs(Set.copyOf(given));
            assertThat(once.keySet())
                    .isEqualTo(rows.stream().map(CostRow::row).collect(Collectors.toSet()));
        }
    }

    private static MatchOutcome outcome(List<CostRow> rows, List<BookDocument> documents) {
        return Matcher.match(rows, documents).get(rows.getFirst().row());
    }

    private static String vendor(Random random) {
        return List.of("Atlas Electric", "Bluebird Supplies").get(random.nextInt(2));
    }

    private static @Nullable String number(Random random) {
        return random.nextInt(3) == 0 ? null : "N" + random.nextInt(3);
    }

    private static String amount(Random random) {
        return List.of("10.00", "20.00").get(random.nextInt(2));
    }

    private static RowRef ref(String id) {
        return new RowRef(new SheetId("4100000000000002"), new RowId(id));
    }

    private static CostRow row(
            String id, @Nullable String vendor, @Nullable String number, String amount) {
        return new CostRow(ref(id), vendor, number, Money.of(amount, CurrencyCode.USD));
    }

    private static BookDocument bill(
            String id, String vendor, @Nullable String number, String amount) {
        return new BookDocument(
                EntityType.BILL,
                new EntityId(id),
                vendor,
                number,
                LocalDate.parse("2026-11-03"),
                Money.of(amount, CurrencyCode.USD));
    }
}
