package io.tieout.reconcile.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.engine.Separations;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveLedgerTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");
    private static final Instant FIRST = Instant.parse("2026-11-20T10:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(60);

    private final LiveLedger ledger = ledger(MatchSettings.FIRST);

    @Test
    void only_what_a_change_touches_is_said_anew() {
        ledger.fill(
                List.of(row("1", "Atlas Electric", "480.00"), row("2", "Bluebird", "99.50")),
                List.of(bill("145", "Bluebird", "99.50", "Pier 7")),
                List.of(),
                FIRST);

        Set<String> touched =
                ledger.change(
                        List.of(),
                        List.of(),
                        List.of(bill("146", "Atlas Electric", "480.00", "Pier 7")),
                        List.of(),
                        LATER);

        assertThat(touched).containsExactlyInAnyOrder("41:1", "Bill:146");
        assertThat(said("41:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(said("41:1").since()).isEqualTo(LATER);
        assertThat(said("41:2").since()).isEqualTo(FIRST);
    }

    @Test
    void a_deleted_document_leaves_its_row_alone_and_is_forgotten() {
        ledger.fill(
                List.of(row("1", "Atlas Electric", "480.00")),
                List.of(bill("146", "Atlas Electric", "480.00", "Pier 7")),
                List.of(),
                FIRST);

        Set<String> touched =
                ledger.change(List.of(), List.of(), List.of(), List.of("Bill:146"), LATER);

        assertThat(touched).containsExactlyInAnyOrder("41:1", "Bill:146");
        assertThat(said("41:1").category()).isEqualTo(Category.MISSING_IN_QUICKBOOKS);
        assertThat(ledger.standing("Bill:146")).isNull();
    }

    @Test
    void a_line_of_the_books_is_missed_in_a_sheet_that_keeps_its_project_from_its_first_row_on() {
        ledger.fill(
                List.of(row("1", "Atlas Electric", "480.00")),
                List.of(
                        bill("1", "Bluebird", "10.00", "Pier 7"),
                        bill("2", "Bluebird", "20.00", "Quay 9"),
                        bill("3", "Bluebird", "30.00", null),
                        bill("4", "Bluebird", "40.00", "Pier 7", DAY.minusDays(1))),
                List.of(),
                FIRST);

        assertThat(said("Bill:1").category()).isEqualTo(Category.MISSING_IN_SMARTSHEET);
        assertThat(ledger.standing("Bill:2")).isNull();
        assertThat(ledger.standing("Bill:3")).isNull();
        assertThat(ledger.standing("Bill:4")).isNull();
    }

    @Test
    void a_projects_first_row_brings_its_documents_into_view() {
        ledger.fill(List.of(), List.of(bill("1", "Bluebird", "10.00", "Pier 7")), List.of(), FIRST);
        assertThat(ledger.standing("Bill:1")).isNull();

        Set<String> touched =
                ledger.change(
                        List.of(row("1", "Atlas Electric", "480.00")),
                        List.of(),
                        List.of(),
                        List.of(),
                        LATER);

        assertThat(touched).containsExactlyInAnyOrder("41:1", "Bill:1");
    }

    @Test
    void a_document_is_not_missed_whose_number_a_row_bears_that_cannot_be_compared() {
        SheetLine unpriced = numbered("1", "AE-77").withoutMeasure();
        BookDocument bill = numbered(bill("1", "Atlas Electric", "10.00", "Pier 7"), "AE 77");
        ledger.fill(
                List.of(row("2", "Bluebird", "480.00"), unpriced), List.of(bill), List.of(), FIRST);
        assertThat(ledger.standing("Bill:1")).isNull();

        ledger.change(List.of(), List.of(unpriced.row()), List.of(), List.of(), LATER);

        assertThat(said("Bill:1").category()).isEqualTo(Category.MISSING_IN_SMARTSHEET);
    }

    @Test
    void hours_are_compared_with_the_time_of_their_project() {
        ledger.fill(
                List.of(hours("1", "6.5"), hours("2", "3")),
                List.of(time("9", "6.5")),
                List.of(),
                FIRST);

        assertThat(said("41:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(said("41:1").currency()).isEqualTo("HRS");
        assertThat(said("41:2").category()).isEqualTo(Category.UNBILLED_LABOR);
    }

    @Test
    void an_order_is_compared_with_purchase_orders_alone() {
        SheetLine order = line("1", EntryKind.BUDGET, "Atlas Electric", usd("480.00"));
        BookDocument bill = bill("1", "Atlas Electric", "480.00", "Pier 7");
        BookDocument booked =
                new BookDocument(
                        EntityType.PURCHASE_ORDER,
                        new EntityId("7"),
                        "Atlas Electric",
                        "PO-1",
                        null,
                        DAY,
                        usd("480.00"),
                        List.of());

        ledger.fill(List.of(order), List.of(bill, booked), List.of(), FIRST);

        assertThat(said("41:1").counterparts()).containsExactly("PurchaseOrder:7");
    }

    @Test
    void rows_of_one_order_are_the_bill_for_it() {
        SheetLine first = ordered("1", "300.00");
        SheetLine second = ordered("2", "180.00");
        BookDocument bill =
                new BookDocument(
                        EntityType.BILL,
                        new EntityId("146"),
                        "Atlas Electric",
                        "AE-9",
                        "PO-9",
                        DAY.plusDays(20),
                        usd("480.00"),
                        List.of());

        ledger.fill(List.of(first, second), List.of(bill), List.of(), FIRST);

        assertThat(said("41:1").outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(said("41:2").counterparts()).containsExactly("Bill:146");
    }

    @Test
    void an_invoice_that_is_there_twice_is_said_to_be_and_no_other_invoice_is_missed() {
        ledger.fill(
                List.of(row("1", "Atlas Electric", "480.00")),
                List.of(invoice("1", "500.00"), invoice("2", "500.00"), invoice("3", "70.00")),
                List.of(),
                FIRST);

        assertThat(said("Invoice:2").category()).isEqualTo(Category.DUPLICATE);
        assertThat(ledger.standing("Invoice:3")).isNull();
    }

    @Test
    void a_pair_that_a_person_took_apart_stays_apart() {
        LiveLedger decided =
                ledger(
                        new MatchSettings(
                                MatchRules.FIRST,
                                List.of(),
                                List.of(new Separations.Pair("41:1", "Bill:146"))));

        decided.fill(
                List.of(row("1", "Atlas Electric", "480.00")),
                List.of(bill("146", "Atlas Electric", "480.00", "Pier 7")),
                List.of(),
                FIRST);

        assertThat(decided.standing("41:1").outcome()).isEqualTo(Outcome.ALONE);
    }

    @Test
    void an_amount_that_no_book_keeps_is_an_error_of_data_entry() {
        ledger.fill(
                List.of(
                        line(
                                "1",
                                EntryKind.COST,
                                "Atlas Electric",
                                new Measure(new java.math.BigDecimal("1e300"), "USD"))),
                List.of(),
                List.of(),
                FIRST);

        assertThat(said("41:1").category()).isEqualTo(Category.DATA_ENTRY_ERROR);
        assertThat(said("41:1").evidence()).contains("correct the amount");
    }

    @Test
    void what_was_last_known_keeps_its_time_and_what_is_there_no_longer_is_told() {
        ledger.fill(
                List.of(row("1", "Atlas Electric", "480.00"), row("2", "Bluebird", "1.00")),
                List.of(),
                List.of(),
                FIRST);
        LiveLedger restarted = ledger(MatchSettings.FIRST);

        Set<String> touched =
                restarted.fill(
                        List.of(row("1", "Atlas Electric", "480.00")),
                        List.of(),
                        List.copyOf(ledger.standings()),
                        LATER);

        assertThat(touched).containsExactly("41:2");
        assertThat(restarted.standing("41:1").since()).isEqualTo(FIRST);
    }

    @Test
    void changes_one_by_one_say_what_a_comparison_of_everything_says() {
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            LiveLedger live = ledger(MatchSettings.FIRST);
            live.fill(List.of(), List.of(), List.of(), FIRST);
            Map<String, SheetLine> rows = new HashMap<>();
            Map<String, BookDocument> documents = new HashMap<>();
            for (int step = 0; step < 60; step++) {
                change(live, rows, documents, random);
            }
            LiveLedger anew = ledger(MatchSettings.FIRST);
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
        String id = "" + random.nextInt(12);
        boolean goes = random.nextInt(5) == 0;
        if (random.nextBoolean()) {
            SheetLine row =
                    random.nextInt(5) == 0
                            ? numbered(id, "N" + random.nextInt(3)).withoutMeasure()
                            : row(id, party(random), amount(random));
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
            BookDocument unnumbered = bill(id, party(random), amount(random), "Pier 7");
            BookDocument bill =
                    random.nextBoolean()
                            ? unnumbered
                            : numbered(unnumbered, "N" + random.nextInt(3));
            documents.put(id, bill);
            live.change(List.of(), List.of(), List.of(bill), List.of(), LATER);
        }
    }

    private static Map<String, Standing> timeless(Collection<Standing> standings) {
        return standings.stream()
                .map(standing -> standing.since(FIRST))
                .collect(Collectors.toMap(Standing::lineId, Function.identity()));
    }

    private static String party(Random random) {
        return List.of("Atlas Electric", "Bluebird", "Atlas Elec.", "Blue Bird Ltd")
                .get(random.nextInt(4));
    }

    private static String amount(Random random) {
        return List.of("10.00", "20.00", "30.00", "12.00").get(random.nextInt(4));
    }

    private Standing said(String line) {
        Standing standing = ledger.standing(line);
        assertThat(standing).as(line).isNotNull();
        return standing;
    }

    private static LiveLedger ledger(MatchSettings settings) {
        return LiveLedger.empty(
                settings,
                Parties.of(List.of("Atlas Electric", "Bluebird"), List.of()),
                Parties.of(List.of("Pier 7"), List.of()),
                Parties.of(List.of("Harbor Works LLC"), List.of()));
    }

    private static SheetLine row(String id, String vendor, String amount) {
        return line(id, EntryKind.COST, vendor, usd(amount));
    }

    private static SheetLine ordered(String id, String amount) {
        return new SheetLine(
                new RowRef(new SheetId("41"), new RowId(id)),
                EntryKind.COST,
                "Atlas Electric",
                null,
                null,
                "PO-9",
                usd(amount),
                DAY,
                null,
                "Pier 7",
                null,
                null);
    }

    private static SheetLine numbered(String id, String number) {
        return new SheetLine(
                new RowRef(new SheetId("41"), new RowId(id)),
                EntryKind.COST,
                "Atlas Electric",
                number,
                null,
                null,
                usd("10.00"),
                DAY,
                null,
                "Pier 7",
                null,
                null);
    }

    private static BookDocument numbered(BookDocument bill, String number) {
        return new BookDocument(
                bill.type(),
                bill.id(),
                bill.party(),
                number,
                null,
                bill.date(),
                bill.measure(),
                bill.lines());
    }

    private static SheetLine hours(String id, String hours) {
        return line(id, EntryKind.TIMESHEET, "Pier 7", Measure.hours(Quantity.of(hours)));
    }

    private static SheetLine line(String id, EntryKind kind, String party, Measure measure) {
        return new SheetLine(
                new RowRef(new SheetId("41"), new RowId(id)),
                kind,
                party,
                null,
                null,
                null,
                measure,
                DAY,
                null,
                "Pier 7",
                null,
                null);
    }

    private static BookDocument bill(
            String id, String vendor, String amount, @Nullable String project) {
        return bill(id, vendor, amount, project, DAY);
    }

    private static BookDocument bill(
            String id, String vendor, String amount, @Nullable String project, LocalDate day) {
        return new BookDocument(
                EntityType.BILL,
                new EntityId(id),
                vendor,
                null,
                null,
                day,
                usd(amount),
                List.of(new BookLine(usd(amount), null, project, null, null, null)));
    }

    private static BookDocument time(String id, String hours) {
        Measure measure = Measure.hours(Quantity.of(hours));
        return new BookDocument(
                EntityType.TIME_ACTIVITY,
                new EntityId(id),
                "Pier 7",
                null,
                null,
                DAY,
                measure,
                List.of(new BookLine(measure, null, "Pier 7", null, null, "Paula Reyes")));
    }

    private static BookDocument invoice(String id, String amount) {
        return new BookDocument(
                EntityType.INVOICE,
                new EntityId(id),
                "Harbor Works LLC",
                "10" + id,
                null,
                DAY,
                usd(amount),
                List.of(
                        new BookLine(
                                usd(amount), "Engineering in October", null, null, null, null)));
    }

    private static Measure usd(String amount) {
        return Measure.of(Money.of(amount, CurrencyCode.USD));
    }
}
