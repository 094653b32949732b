package io.tieout.reconcile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.corrected.Correcting;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.engine.Separations;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A row, a bill that differs from it, and journal entries that correct the bill.
class CorrectedLedgerTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");
    private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    private LiveLedger ledger = ledger();

    @Test
    void a_row_agrees_with_the_bill_together_with_the_entry_that_corrects_it() {
        differing();

        Set<String> touched = books(bill("380.00", entry("77", "120.00")));

        assertThat(touched).containsExactlyInAnyOrder("41:1", "Bill:145", "JournalEntry:77");
        assertThat(said("41:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(said("41:1").counterparts()).containsExactly("Bill:145", "JournalEntry:77");
        assertThat(said("41:1").evidence())
                .isEqualTo(
                        "agreed with Bill DK-4 of 2026-11-03, USD 380.00, together with correcting journal entry"
                                + " without number (id 77) of 2026-11-23, USD 120.00");
        assertThat(said("Bill:145").amount()).isEqualByComparingTo("380");
        assertThat(said("JournalEntry:77").amount()).isEqualByComparingTo("120");
        assertThat(said("JournalEntry:77").counterparts()).containsExactly("41:1");
        assertThat(said("JournalEntry:77").project()).isEqualTo("Quay");
    }

    @Test
    void it_differs_again_when_the_entry_is_deleted() {
        differing();
        books(bill("380.00", entry("77", "120.00")));

        Set<String> touched = books(bill("380.00"));

        assertThat(touched).containsExactlyInAnyOrder("41:1", "Bill:145", "JournalEntry:77");
        assertThat(said("41:1").category()).isEqualTo(Category.AMOUNT_VARIANCE);
        assertThat(said("41:1").since()).isEqualTo(LATER);
        assertThat(ledger.standing("JournalEntry:77")).isNull();
    }

    @Test
    void it_differs_by_what_the_entry_the_bill_or_the_row_says_otherwise() {
        differing();

        books(bill("380.00", entry("77", "100.00")));
        assertThat(said("41:1").evidence()).contains("480.00 in the books");

        books(bill("390.00", entry("77", "120.00")));
        assertThat(said("41:1").evidence()).contains("510.00 in the books");

        ledger.change(List.of(row("1", "DK-4", "510.00")), List.of(), List.of(), List.of(), LATER);
        assertThat(said("41:1").outcome()).isEqualTo(Outcome.MATCHED);
    }

    @Test
    void a_bill_is_corrected_twice() {
        differing();
        books(bill("380.00", entry("77", "100.00")));

        books(bill("380.00", entry("77", "100.00"), entry("78", "20.00")));

        assertThat(said("41:1").counterparts())
                .containsExactly("Bill:145", "JournalEntry:77", "JournalEntry:78");
        assertThat(said("41:1").outcome()).isEqualTo(Outcome.MATCHED);
    }

    @Test
    void costs_that_were_shifted_into_the_rows_month_agree() {
        SheetLine row = row("1", "DK-4", "380.00", DAY.minusDays(30), null);
        ledger.fill(List.of(row), List.of(dated(DAY.plusDays(10))), List.of(), FIRST);
        assertThat(said("41:1").category()).isEqualTo(Category.TIMING);

        books(
                dated(
                        DAY.plusDays(10),
                        on("2026-10-31", entry("77", "380.00")),
                        on("2026-11-01", entry("78", "-380.00"))));

        assertThat(said("41:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(said("41:1").counterparts())
                .containsExactly("Bill:145", "JournalEntry:77", "JournalEntry:78");
    }

    @Test
    void costs_that_were_moved_to_the_rows_account_agree() {
        SheetLine row = row("1", "DK-4", "380.00", DAY, "Materials");
        ledger.fill(List.of(row), List.of(bill("380.00")), List.of(), FIRST);
        assertThat(said("41:1").category()).isEqualTo(Category.CODING_ERROR);

        books(
                bill(
                        "380.00",
                        entry("77", "0")
                                .over(
                                        Map.of(
                                                "Rental",
                                                new BigDecimal("-380.00"),
                                                "Materials",
                                                new BigDecimal("380.00")))));

        assertThat(said("41:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(said("41:1").evidence()).endsWith("which moves USD 380.00 to Materials");
    }

    @Test
    void an_entry_that_only_has_another_number_is_named_by_it() {
        differing();
        books(bill("380.00", entry("77", "120.00")));

        Set<String> touched =
                books(
                        bill(
                                "380.00",
                                new Correcting(
                                        ref("1"),
                                        "Bill:145",
                                        new EntityId("77"),
                                        "JE-9",
                                        LocalDate.parse("2026-11-23"),
                                        "USD",
                                        Map.of("Rental", new BigDecimal("120.00")))));

        assertThat(touched).contains("41:1", "JournalEntry:77");
        assertThat(said("41:1").evidence()).contains("journal entry JE-9");
    }

    @Test
    void a_bill_whose_row_is_gone_is_missed_with_its_entry_as_one() {
        differing();
        books(bill("380.00", entry("77", "120.00")));
        ledger.change(
                List.of(row("2", "DK-9", "1.00")), List.of(ref("1")), List.of(), List.of(), LATER);

        assertThat(said("Bill:145").category()).isEqualTo(Category.MISSING_IN_SMARTSHEET);
        assertThat(said("Bill:145").amount()).isEqualByComparingTo("500");
        assertThat(said("Bill:145").evidence()).contains("together with correcting journal entry");
        assertThat(ledger.standing("JournalEntry:77")).isNull();
    }

    @Test
    void a_row_without_number_stays_with_the_document_that_was_corrected_for_it() {
        ledger.fill(
                List.of(row("1", null, "500.00")),
                List.of(dated(DAY.plusDays(20), entry("77", "120.00"))),
                List.of(),
                FIRST);

        assertThat(said("41:1").outcome()).isEqualTo(Outcome.MATCHED);

        ledger.change(List.of(row("1", "DK-5", "500.00")), List.of(), List.of(), List.of(), LATER);
        assertThat(said("41:1").outcome()).isNotEqualTo(Outcome.MATCHED);
    }

    @Test
    void an_entry_that_a_person_took_apart_from_the_row_corrects_nothing() {
        ledger = apart("JournalEntry:77");

        ledger.fill(
                List.of(row("1", "DK-4", "500.00")),
                List.of(bill("380.00", entry("77", "120.00"))),
                List.of(),
                FIRST);

        assertThat(said("41:1").category()).isEqualTo(Category.AMOUNT_VARIANCE);
        assertThat(ledger.standing("JournalEntry:77")).isNull();
    }

    @Test
    void a_corrected_bill_that_a_person_took_apart_from_the_row_keeps_its_entry() {
        ledger = apart("Bill:145");

        ledger.fill(
                List.of(row("1", "DK-4", "500.00")),
                List.of(bill("380.00", entry("77", "120.00"))),
                List.of(),
                FIRST);

        assertThat(said("41:1").category()).isEqualTo(Category.MISSING_IN_QUICKBOOKS);
        assertThat(said("Bill:145").amount()).isEqualByComparingTo("500");
    }

    @Test
    void what_was_said_before_a_restart_is_said_after_it() {
        differing();
        books(bill("380.00", entry("77", "120.00")));
        LiveLedger restarted = ledger();

        Set<String> touched =
                restarted.fill(
                        List.of(row("1", "DK-4", "500.00")),
                        List.of(bill("380.00", entry("77", "120.00"))),
                        List.copyOf(ledger.standings()),
                        LATER.plusSeconds(60));

        assertThat(restarted.standings()).containsExactlyInAnyOrderElementsOf(ledger.standings());
        assertThat(restarted.standing("41:1").since()).isEqualTo(LATER);
        assertThat(touched).contains("41:1");
    }

    @Test
    void changes_one_by_one_say_what_a_comparison_of_everything_says() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            LiveLedger live = ledger();
            live.fill(List.of(), List.of(), List.of(), FIRST);
            Map<String, SheetLine> rows = new HashMap<>();
            Map<String, BookDocument> documents = new HashMap<>();
            for (int step = 0; step < 60; step++) {
                change(live, rows, documents, random);
            }
            LiveLedger anew = ledger();
            anew.fill(rows.values(), documents.values(), List.of(), FIRST);

            assertThat(timeless(live.standings()))
                    .as("seed %d", seed)
                    .isEqualTo(timeless(anew.standings()));
        }
    }

    private static void change(
            LiveLedger live,
            Map<String, SheetLine> rows,
            Map<String, BookDocument> documents,
            Random random) {
        String id = "" + random.nextInt(6);
        boolean goes = random.nextInt(5) == 0;
        if (random.nextBoolean()) {
            SheetLine row = row(id, random.nextBoolean() ? null : "DK-" + id, amount(random));
            if (goes) {
                rows.remove(id);
                live.change(List.of(), List.of(row.row()), List.of(), List.of(), LATER);
            } else {
                rows.put(id, row);
                live.change(List.of(row), List.of(), List.of(), List.of(), LATER);
            }
        } else if (goes) {
            documents.remove(id);
            live.change(List.of(), List.of(), List.of(), List.of("Bill:" + id), LATER);
        } else {
            BookDocument bill =
                    bill(id, amount(random), DAY)
                            .correctedBy(
                                    random.nextBoolean()
                                            ? List.of()
                                            : List.of(entry("Bill:" + id, "9" + id, "10.00")));
            documents.put(id, bill);
            live.change(List.of(), List.of(), List.of(bill), List.of(), LATER);
        }
    }

    private static String amount(Random random) {
        return List.of("10.00", "20.00", "30.00", "12.00").get(random.nextInt(4));
    }

    private static Map<String, Standing> timeless(Collection<Standing> standings) {
        return standings.stream()
                .map(standing -> standing.since(FIRST))
                .collect(Collectors.toMap(Standing::lineId, Function.identity()));
    }

    private void differing() {
        ledger.fill(List.of(row("1", "DK-4", "500.00")), List.of(bill("380.00")), List.of(), FIRST);
        assertThat(said("41:1").category()).isEqualTo(Category.AMOUNT_VARIANCE);
    }

    private Set<String> books(BookDocument bill) {
        return ledger.change(List.of(), List.of(), List.of(bill), List.of(), LATER);
    }

    private Standing said(String line) {
        Standing standing = ledger.standing(line);
        assertThat(standing).as(line).isNotNull();
        return Objects.requireNonNull(standing);
    }

    private static LiveLedger apart(String booksLine) {
        return ledger(new Separations.Pair("41:1", booksLine));
    }

    private static LiveLedger ledger(Separations.Pair... apart) {
        return LiveLedger.empty(
                new MatchSettings(MatchRules.FIRST, List.of(), Arrays.asList(apart)),
                Parties.of(List.of("Atlas Electric", "Bluebird"), List.of()),
                Parties.of(List.of(), List.of()),
                Parties.of(List.of(), List.of()));
    }

    private static RowRef ref(String id) {
        return new RowRef(new SheetId("41"), new RowId(id));
    }

    private static SheetLine row(String id, @Nullable String number, String amount) {
        return row(id, number, amount, DAY, null);
    }

    private static SheetLine row(
            String id,
            @Nullable String number,
            String amount,
            LocalDate day,
            @Nullable String account) {
        return new SheetLine(
                ref(id),
                EntryKind.COST,
                "Atlas Electric",
                number,
                null,
                null,
                usd(amount),
                day,
                null,
                "Quay",
                null,
                account);
    }

    private static BookDocument bill(String amount, Correcting... entries) {
        return bill("145", amount, DAY).correctedBy(Arrays.asList(entries));
    }

    private static BookDocument dated(LocalDate day, Correcting... entries) {
        return bill("145", "380.00", day).correctedBy(Arrays.asList(entries));
    }

    private static BookDocument bill(String id, String amount, LocalDate day) {
        return new BookDocument(
                EntityType.BILL,
                new EntityId(id),
                "Atlas Electric",
                id.equals("145") ? "DK-4" : "DK-" + id,
                null,
                day,
                usd(amount),
                List.of(new BookLine(usd(amount), null, "Quay", null, "Rental", null)));
    }

    private static Correcting entry(String id, String amount) {
        return entry("Bill:145", id, amount);
    }

    private static Correcting entry(String line, String id, String amount) {
        return new Correcting(
                ref("1"),
                line,
                new EntityId(id),
                null,
                LocalDate.parse("2026-11-23"),
                "USD",
                Map.of("Rental", new BigDecimal(amount)));
    }

    private static Correcting on(String date, Correcting entry) {
        return new Correcting(
                entry.row(),
                entry.line(),
                entry.entry(),
                entry.number(),
                LocalDate.parse(date),
                entry.currency(),
                entry.amounts());
    }

    private static Measure usd(String amount) {
        return Measure.of(Money.of(amount, CurrencyCode.USD));
    }
}
