package io.tieout.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.DocumentKind;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.SheetRole;
import io.tieout.model.smartsheet.TimesheetFields;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.facts.EntityConsumer;
import io.tieout.reconcile.facts.RowConsumer;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rows with cells that are not what their column is for, from the topic to what people read.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
class BadRowsComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");
    private static final RowRef ROW = new RowRef(new SheetId("4100000000000002"), new RowId("1"));
    private static final String VENDOR = "Atlas Electric";
    private static final Map<ColumnPart, ColumnId> COLUMNS =
            Map.of(
                    ColumnPart.RECONCILIATION_STATUS,
                    new ColumnId("7200000000000007"),
                    ColumnPart.RECONCILIATION_NOTES,
                    new ColumnId("7200000000000008"),
                    ColumnPart.AI_RECONCILIATION_STATUS,
                    new ColumnId("7200000000000009"));
    private static final AtomicLong COMPANY = new AtomicLong();

    @Inject RowConsumer rows;
    @Inject EntityConsumer entities;
    @Inject Standings standings;
    @Inject Events events;
    @Inject RecordingPublisher published;

    private RealmId realm = new RealmId("1");

    @BeforeEach
    void another_company_with_a_bill() {
        published.clear();
        realm = new RealmId("91304" + COMPANY.incrementAndGet());
        entities.consume(Records.of(events, 1, new BooksLoaded(realm, AT)));
        bill("145", "480.00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AMOUNT | Actual Cost | Actual Cost: 1E+300 is too large. Check the figure.",
                "AMOUNT | Actual Cost | Actual Cost: \"about 20\" is text, not a number. Enter a plain number such as 7.5.",
                "DATE   | Date        | Date: \"1900-01-01\" is too far away to be meant. Enter a date between 1990 and 2099.",
                "DATE   | Date        | Date: \"next week\" is text, not a date. Enter a date.",
                "VENDOR | Vendor      | Vendor: \"Atlas Atlas…\" has 4000 characters, and no name in QuickBooks has more than 500. Enter the name alone."
            })
    void a_row_with_a_bad_cell_says_so_until_it_is_mended(
            ColumnPart part, String title, String message) {
        CellProblem problem = new CellProblem(part, title, "bad", message);

        row(
                1,
                cost(
                        part == ColumnPart.VENDOR ? null : VENDOR,
                        part == ColumnPart.DATE ? null : DAY,
                        part == ColumnPart.AMOUNT ? null : "480.00"),
                problem);

        await().untilAsserted(() -> assertThat(findings()).hasSize(1));
        FindingOpened finding = (FindingOpened) findings().getFirst();
        assertThat(finding.kind()).isEqualTo(FindingKind.INVALID_CELL);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.rows()).containsExactly(ROW);
        assertThat(finding.title()).contains(title + " cannot be read", "Project Costs, row 3");
        assertThat(finding.detail()).isEqualTo(message);
        assertThat(finding.remedy()).startsWith("Correct the cell");
        await().untilAsserted(() -> assertThat(proposals()).hasSize(1));
        assertThat(written())
                .containsEntry(ColumnPart.RECONCILIATION_STATUS, "Variance - Review")
                .containsEntry(
                        ColumnPart.RECONCILIATION_NOTES,
                        message + " The row is compared once it can be read.")
                .containsEntry(ColumnPart.AI_RECONCILIATION_STATUS, "Invalid cell");

        // And when it is mended
        row(2, cost(VENDOR, DAY, "480.00"));

        await().untilAsserted(() -> assertThat(findings()).hasSize(3));
        assertThat(findings())
                .filteredOn(FindingResolved.class::isInstance)
                .singleElement()
                .satisfies(it -> assertThat(it.findingId()).isEqualTo(finding.findingId()));
        assertThat(findings())
                .filteredOn(it ->
                        it instanceof FindingOpened opened && opened.kind() == FindingKind.MATCHED)
                .hasSize(1);
    }

    @Test
    void a_row_that_is_compared_without_a_cell_says_both() {
        row(
                1,
                cost(VENDOR, DAY, "480.00"),
                new CellProblem(
                        ColumnPart.ACCOUNT,
                        "Account",
                        "formula-error",
                        "Account: \"#REF\" is the error of a formula."));

        await().untilAsserted(() -> assertThat(findings()).hasSize(2));
        assertThat(findings())
                .extracting(it -> ((FindingOpened) it).kind())
                .containsExactlyInAnyOrder(FindingKind.MATCHED, FindingKind.INVALID_CELL);
        await().untilAsserted(() -> assertThat(proposals()).hasSize(1));
        assertThat(written())
                .containsEntry(ColumnPart.RECONCILIATION_STATUS, "Matched")
                .hasEntrySatisfying(
                        ColumnPart.RECONCILIATION_NOTES,
                        note ->
                                assertThat(note)
                                        .startsWith("Bill AE-145")
                                        .endsWith(
                                                ". Account: \"#REF\" is the error of a formula."));
    }

    @Test
    void hours_that_cannot_be_read_are_found_where_nothing_is_compared() {
        rows.consume(
                Records.of(
                        events,
                        1,
                        observed(
                                SheetRole.TIMESHEETS,
                                new TimesheetFields(
                                        "Pier 7", null, "Paula", DAY, null, null, null, null, null),
                                Map.of(),
                                new CellProblem(
                                        ColumnPart.HOURS,
                                        "Hours",
                                        "bad",
                                        "Hours: \"all day\" is text."))));

        await().untilAsserted(() -> assertThat(findings()).hasSize(1));
        assertThat(((FindingOpened) findings().getFirst()).detail()).contains("all day");

        // And when the row is deleted
        rows.consume(Records.of(events, 2, new RowGone(ROW, realm, SheetRole.TIMESHEETS)));

        await().untilAsserted(
                        () -> assertThat(findings()).last().isInstanceOf(FindingResolved.class));
    }

    @Test
    void an_order_that_cannot_be_read_says_so_in_its_row_and_its_finding_is_the_drafts_business() {
        rows.consume(
                Records.of(
                        events,
                        1,
                        observed(
                                SheetRole.DOCUMENTS,
                                order(),
                                COLUMNS,
                                new CellProblem(
                                        ColumnPart.DATE,
                                        "Date",
                                        "date-expected",
                                        "Date: \"soon\" is text, not a date. Enter a date."))));

        await().untilAsserted(() -> assertThat(proposals()).hasSize(1));
        assertThat(written().get(ColumnPart.RECONCILIATION_NOTES)).startsWith("Date: \"soon\"");
        assertThat(findings()).isEmpty();
    }

    private static DocumentFields order() {
        return new DocumentFields(
                null,
                false,
                DocumentKind.PURCHASE_ORDER,
                VENDOR,
                "PO-7",
                null,
                "Cable",
                null,
                "Pier 7",
                null,
                null,
                null,
                Money.of("480.00", CurrencyCode.USD),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void texts_of_four_thousand_characters_are_kept_and_named_in_brief() {
        Random random = new Random(7);
        String vendor = noise(random);
        String project = noise(random);
        String number = noise(random);
        String description = noise(random);

        row(
                1,
                new CostFields(
                        vendor,
                        number,
                        description,
                        project,
                        DAY,
                        Money.of("12.00", CurrencyCode.USD),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));

        await().untilAsserted(() -> assertThat(findings()).hasSize(1));
        FindingOpened finding = (FindingOpened) findings().getFirst();
        assertThat(finding.kind()).isEqualTo(FindingKind.MISSING_IN_QUICKBOOKS);
        assertThat(finding.title()).hasSizeLessThan(300);
        assertThat(finding.detail()).hasSizeLessThan(500);
        await().untilAsserted(() -> assertThat(standings.of(realm, List.of(ROW.key()))).hasSize(1));
        Standing stored = standings.of(realm, List.of(ROW.key())).getFirst();
        assertThat(stored.party()).isEqualTo(vendor);
        assertThat(stored.project()).isEqualTo(project);
        assertThat(stored.reference()).isEqualTo(number);
        assertThat(stored.description()).isEqualTo(description);
    }

    /// Nothing in it repeats, so that no database makes it smaller.
    private static String noise(Random random) {
        StringBuilder text = new StringBuilder();
        random.ints(4_000, '0', 'z').forEach(text::appendCodePoint);
        return text.toString().replace(':', '.');
    }

    private static CostFields cost(
            @Nullable String vendor, @Nullable LocalDate day, @Nullable String amount) {
        return new CostFields(
                vendor,
                null,
                "Cable",
                "Pier 7",
                day,
                amount == null ? null : Money.of(amount, CurrencyCode.USD),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private void row(int version, CostFields fields, CellProblem... problems) {
        rows.consume(
                Records.of(events, version, observed(SheetRole.COSTS, fields, COLUMNS, problems)));
    }

    private RowObserved observed(
            SheetRole role,
            RowFields fields,
            Map<ColumnPart, ColumnId> columns,
            CellProblem... problems) {
        return new RowObserved(
                ROW,
                realm,
                role,
                "Project Costs",
                3,
                fields,
                Arrays.asList(problems),
                columns,
                AT,
                "pm@harbor.example",
                false);
    }

    private void bill(String id, String amount) {
        entities.consume(
                Records.of(
                        events,
                        1,
                        new EntityObserved(
                                realm,
                                EntityType.BILL,
                                new EntityId(id),
                                true,
                                AT,
                                new Entity.Transaction(
                                        "AE-" + id,
                                        DAY,
                                        null,
                                        EntityType.VENDOR,
                                        new EntityId("30"),
                                        VENDOR,
                                        CurrencyCode.USD,
                                        Money.of(amount, CurrencyCode.USD),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        List.of()))));
    }

    private List<FindingEvent> findings() {
        return published.published(Topics.FINDINGS).stream()
                .map(EventEnvelope::payload)
                .filter(finding -> finding.realmId().equals(realm))
                .toList();
    }

    private List<ProposalMade> proposals() {
        return published.published(Topics.PROPOSALS).stream()
                .map(EventEnvelope::payload)
                .filter(proposal -> proposal.realmId().equals(realm))
                .filter(ProposalMade.class::isInstance)
                .map(ProposalMade.class::cast)
                .toList();
    }

    /// What the row's last proposal writes.
    private Map<ColumnPart, String> written() {
        UpdateRows update = (UpdateRows) proposals().getLast().effects().getFirst();
        return update.rows().getFirst().cells().stream()
                .collect(
                        Collectors.toMap(
                                CellWrite::part,
                                cell -> ((CellWrite.Text) cell.content()).value()));
    }
}
