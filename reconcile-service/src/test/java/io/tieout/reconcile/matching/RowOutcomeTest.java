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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowOutcomeTest {
    private final SheetLine row = row("1", "Atlas Electric", "AE-77", "480.00");
    private final BookDocument bill = bill("145", "Atlas Electric", "AE-77", "480.00");

    @Test
    void matches_vendor_amount_and_number() {
        assertThat(outcome(List.of(row), List.of(bill)))
                .isEqualTo(new MatchOutcome.Matched(List.of(bill)));
    }

    @Test
    void reads_names_and_numbers_as_people_do() {
        SheetLine written = row("1", " ATLAS  Electric, Inc.", "# ae-77", "480");
        BookDocument booked = bill("145", "Atlas Electric Inc", "AE-77", "480.00");
        assertThat(outcome(List.of(written), List.of(booked)))
                .isEqualTo(new MatchOutcome.Matched(List.of(booked)));
    }

    @Test
    void another_vendor_or_currency_is_no_match_and_is_shown_as_nearest() {
        assertThat(outcome(List.of(row), List.of(bill("4", "Cascade Rentals", null, "480.00"))))
                .isEqualTo(new MatchOutcome.Missing(Category.MISSING_IN_QUICKBOOKS, List.of()));
        BookDocument euro =
                new BookDocument(
                        EntityType.BILL,
                        new EntityId("5"),
                        "Atlas Electric",
                        "AE-77",
                        null,
                        LocalDate.parse("2026-11-03"),
                        Measure.of(Money.of("480.00", new CurrencyCode("EUR"))),
                        List.of());
        MatchOutcome.Missing missing = (MatchOutcome.Missing) outcome(List.of(row), List.of(euro));
        assertThat(missing.nearest())
                .singleElement()
                .satisfies(
                        near -> assertThat(near.failed()).containsExactly("currency is another"));
    }

    @Test
    void another_amount_is_for_a_person_to_look_at() {
        MatchOutcome.Review review =
                (MatchOutcome.Review)
                        outcome(
                                List.of(row),
                                List.of(bill("3", "Atlas Electric", "AE-77", "408.00")));
        assertThat(review.category()).isEqualTo(Category.DATA_ENTRY_ERROR);
        assertThat(review.evidence())
                .isEqualTo("480.00 in the sheet and 408.00 in the books: two digits are swapped");
    }

    @Test
    void rows_are_lines_of_a_document_booked_for_their_projects() {
        BookDocument two =
                new BookDocument(
                        EntityType.BILL,
                        new EntityId("9"),
                        "Atlas Electric",
                        "AE-77",
                        null,
                        LocalDate.parse("2026-11-03"),
                        usd("500.00"),
                        List.of(
                                line("480.00", "Cable", "Harbor"),
                                line("20.00", "Freight", "Quay")));
        Map<RowRef, MatchOutcome> outcomes =
                match(List.of(row, row("2", "Atlas Electric", "AE-77", "20.00")), List.of(two));
        assertThat(outcomes.values()).containsOnly(new MatchOutcome.Matched(List.of(two)));
    }

    @Test
    void a_row_without_number_takes_the_only_document_that_fits() {
        assertThat(outcome(List.of(row("1", "Atlas Electric", null, "480.00")), List.of(bill)))
                .isEqualTo(new MatchOutcome.Matched(List.of(bill)));
    }

    @Test
    void a_document_that_a_number_claims_is_not_given_to_another_row() {
        Map<RowRef, MatchOutcome> outcomes =
                match(List.of(row("2", "Atlas Electric", null, "480.00"), row), List.of(bill));
        assertThat(outcomes.get(row.row())).isEqualTo(new MatchOutcome.Matched(List.of(bill)));
        assertThat(outcomes.get(ref("2"))).isInstanceOf(MatchOutcome.Missing.class);
    }

    @Test
    void nobody_guesses_between_equals() {
        BookDocument twin = bill("146", "Atlas Electric", null, "480.00");
        BookDocument other = bill("147", "Atlas Electric", null, "480.00");
        MatchOutcome.Undecided tie =
                (MatchOutcome.Undecided)
                        outcome(
                                List.of(row("1", "Atlas Electric", null, "480.00")),
                                List.of(twin, other));

        assertThat(tie.rows()).isEqualTo(1);
        assertThat(tie.documents()).containsExactly(twin, other);
        assertThat(tie.candidates())
                .extracting(MatchOutcome.Near::document)
                .containsExactlyInAnyOrder(twin, other);
        assertThat(tie.candidates())
                .allSatisfy(near -> assertThat(near.failed()).contains("another fits as well"));
    }

    @Test
    void a_row_that_is_there_twice_is_said_to_be() {
        Map<RowRef, MatchOutcome> outcomes =
                match(List.of(row, row("2", "Atlas Electric", "AE-77", "480.00")), List.of(bill));
        assertThat(outcomes.get(ref("2")))
                .isInstanceOfSatisfying(
                        MatchOutcome.Review.class,
                        review -> assertThat(review.category()).isEqualTo(Category.DUPLICATE));
    }

    @Test
    void a_row_without_vendor_or_amount_says_too_little() {
        assertThat(outcome(List.of(row("1", null, "AE-77", "480.00")), List.of(bill)))
                .isEqualTo(new MatchOutcome.Incomplete());
        assertThat(
                        outcome(
                                List.of(
                                        new SheetLine(
                                                ref("1"),
                                                EntryKind.COST,
                                                "Atlas Electric",
                                                "AE-77",
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null,
                                                null)),
                                List.of(bill)))
                .isEqualTo(new MatchOutcome.Incomplete());
    }

    @Test
    void the_order_of_arrival_makes_no_difference() {
        Random random = new Random(42);
        for (int round = 0; round < 40; round++) {
            List<SheetLine> rows = new ArrayList<>();
            List<BookDocument> documents = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                rows.add(row("r" + i, vendor(random), number(random), amount(random)));
                documents.add(bill("d" + i, vendor(random), number(random), amount(random)));
            }
            Map<RowRef, MatchOutcome> once = match(rows, documents);
            Collections.shuffle(rows, random);
            Collections.shuffle(documents, random);
            assertThat(match(rows, documents)).isEqualTo(once);
            assertThat(once.keySet())
                    .isEqualTo(rows.stream().map(SheetLine::row).collect(Collectors.toSet()));
        }
    }

    private static Map<RowRef, MatchOutcome> match(
            List<SheetLine> rows, List<BookDocument> documents) {
        LiveLedger ledger = ledger(documents);
        ledger.fill(rows, documents, List.of(), Instant.EPOCH);
        return outcomes(rows, ledger);
    }

    private static LiveLedger ledger(List<BookDocument> documents) {
        return LiveLedger.empty(
                MatchSettings.FIRST,
                Parties.of(
                        documents.stream()
                                .map(BookDocument::party)
                                .filter(Objects::nonNull)
                                .toList(),
                        List.of()),
                Parties.of(List.of("Pier 7"), List.of()),
                Parties.of(List.of("Harbor Works LLC"), List.of()));
    }

    private static Map<RowRef, MatchOutcome> outcomes(List<SheetLine> rows, LiveLedger ledger) {
        return rows.stream()
                .collect(
                        Collectors.toMap(
                                SheetLine::row,
                                row -> RowOutcome.of(ledger.standing(row.row().key()), ledger)));
    }

    private static MatchOutcome outcome(List<SheetLine> rows, List<BookDocument> documents) {
        return Objects.requireNonNull(match(rows, documents).get(rows.getFirst().row()));
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

    private static SheetLine row(
            String id, @Nullable String vendor, @Nullable String number, String amount) {
        return new SheetLine(
                ref(id),
                EntryKind.COST,
                vendor,
                number,
                null,
                null,
                usd(amount),
                LocalDate.parse("2026-11-03"),
                null,
                null,
                null,
                null);
    }

    private static BookDocument bill(
            String id, String vendor, @Nullable String number, String amount) {
        return new BookDocument(
                EntityType.BILL,
                new EntityId(id),
                vendor,
                number,
                null,
                LocalDate.parse("2026-11-03"),
                usd(amount),
                List.of());
    }

    private static BookLine line(String amount, String description, String project) {
        return new BookLine(usd(amount), description, project, null, null, null);
    }

    private static Measure usd(String amount) {
        return Measure.of(Money.of(amount, CurrencyCode.USD));
    }
}
