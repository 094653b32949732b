package io.tieout.invoice.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.invoice.BillingRow;
import io.tieout.invoice.InvoiceSettings;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.effect.TaxCalculation;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Books in Canada, which mark everybody as not taxable, as such books do.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(InvoiceSettings.class)
class CanadianComponentTest {
    private static final RealmId REALM = new RealmId("9130350000000007");
    private static final CurrencyCode CAD = new CurrencyCode("CAD");
    private static final String SHEET = "4900";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicLong REVISIONS = new AtomicLong(1);

    @Inject RowConsumer rows;
    @Inject EntityConsumer entities;
    @Inject RecordingPublisher publisher;
    @Inject Events events;

    @BeforeEach
    void loadBooks() {
        publisher.clear();
        entity(EntityType.TAX_CODE, "5", code("HST ON", "3"));
        entity(EntityType.TAX_CODE, "6", code("Exempt", "4"));
        entity(EntityType.TAX_RATE, "3", new Entity.TaxRate("HST (ON)", Percent.of("13")));
        entity(EntityType.TAX_RATE, "4", new Entity.TaxRate("Exempt", Percent.of("0")));
        entity(EntityType.ITEM, "1", item("Consulting", null));
        entity(EntityType.ITEM, "2", item("Training", "6"));
        entity(EntityType.CUSTOMER, "58", customer("Lakeshore Transit", "ON", null));
        entity(EntityType.CUSTOMER, "59", customer("Fraser Ferries", "BC", null));
        entity(
                EntityType.COMPANY_INFO,
                "1",
                new Entity.Company("Tieout Canada", "CA", "America/Toronto"));
        entity(
                EntityType.PREFERENCES,
                "1",
                new Entity.Preferences(CAD, true, null, false, false, true, false));
        publish(new BooksLoaded(REALM, Instant.EPOCH));
    }

    @Test
    void each_line_has_the_code_of_the_province_or_of_an_item_without_tax() {
        send(row("1", "Lakeshore Transit"));
        send(row("2", "Lakeshore Transit").service("Training"));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(invoice("58"))
                                .hasValueSatisfying(invoice -> {
                                    assertThat(invoice.lines())
                                            .extracting(InvoiceLine::taxCodeId)
                                            .containsExactly(new EntityId("5"), new EntityId("6"));
                                    assertThat(invoice.taxCalculation())
                                            .isEqualTo(TaxCalculation.TAX_EXCLUDED);
                                    assertThat(invoice.estimatedTax())
                                            .isEqualTo(Money.of("197.60", CAD));
                                }));
    }

    @Test
    void waits_for_the_tax_code_of_a_customer_whose_province_has_none() {
        send(row("3", "Fraser Ferries"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(publisher.published(Topics.FINDINGS))
                                .extracting(EventEnvelope::payload)
                                .filteredOn(FindingOpened.class::isInstance)
                                .map(FindingOpened.class::cast)
                                .anySatisfy(finding -> {
                                    assertThat(finding.kind())
                                            .isEqualTo(FindingKind.UNKNOWN_TAX_CODE);
                                    assertThat(finding.detail()).contains("none for BC");
                                }));

        entity(EntityType.CUSTOMER, "59", customer("Fraser Ferries", "BC", "6"));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(invoice("59"))
                                .hasValueSatisfying(invoice ->
                                        assertThat(invoice.estimatedTax())
                                                .isEqualTo(Money.zero(CAD))));
    }

    @Test
    void
            waits_for_what_the_company_has_switched_off_and_sends_no_service_date_without_its_switch() {
        entity(EntityType.CUSTOMER, "60", customer("Prairie Rail", "ON", null));
        entity(EntityType.CLASS, "200", new Entity.Named("Works", "Works", null));
        send(row("4", "Prairie Rail").className("Works"));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(publisher.published(Topics.FINDINGS))
                                .extracting(EventEnvelope::payload)
                                .filteredOn(FindingOpened.class::isInstance)
                                .map(FindingOpened.class::cast)
                                .anySatisfy(finding ->
                                        assertThat(finding.title())
                                                .isEqualTo("Class “Works” cannot be booked")));

        entity(
                EntityType.PREFERENCES,
                "1",
                new Entity.Preferences(
                        CAD, true, null, true, false, true, false, false, null, null, null));

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(invoice("60"))
                                .hasValueSatisfying(invoice -> {
                                    InvoiceLine line = invoice.lines().getFirst();
                                    assertThat(line.classId()).isEqualTo(new EntityId("200"));
                                    assertThat(line.serviceDate()).isNull();
                                }));
    }

    private Optional<CreateInvoice> invoice(String customer) {
        List<CreateInvoice> made =
                publisher.published(Topics.PROPOSALS).stream()
                        .map(EventEnvelope::payload)
                        .filter(ProposalMade.class::isInstance)
                        .map(ProposalMade.class::cast)
                        .filter(proposal -> proposal.realmId().equals(REALM))
                        .flatMap(proposal -> proposal.effects().stream())
                        .filter(CreateInvoice.class::isInstance)
                        .map(CreateInvoice.class::cast)
                        .filter(invoice -> invoice.customerId().value().equals(customer))
                        .toList();
        return made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
    }

    private static Entity.TaxCode code(String name, String rate) {
        return new Entity.TaxCode(name, null, true, List.of(new EntityId(rate)));
    }

    private static Entity.Item item(String name, @Nullable String code) {
        return new Entity.Item(
                name,
                "Service",
                Money.of("190.00", CAD),
                new EntityId("41"),
                false,
                null,
                code == null ? null : new EntityId(code));
    }

    private static Entity.Customer customer(String name, String province, @Nullable String code) {
        return new Entity.Customer(
                name,
                name,
                null,
                false,
                null,
                null,
                null,
                province,
                "CAN",
                false,
                code == null ? null : new EntityId(code),
                null,
                CAD);
    }

    private static BillingRow row(String id, String customer) {
        return BillingRow.row(SHEET, id).customer(customer).project(null).service("Consulting");
    }

    private void entity(EntityType type, String id, Entity entity) {
        publish(
                new EntityObserved(
                        REALM,
                        type,
                        new EntityId(id),
                        true,
                        Instant.parse("2026-11-01T00:00:00Z"),
                        entity));
    }

    private void publish(EntityEvent payload) {
        EventEnvelope<EntityEvent> event =
                events.started(
                        Connections.quickbooks(REALM),
                        new SourceRevision(REVISIONS.incrementAndGet(), 1),
                        new CorrelationId("books"),
                        payload);
        entities.consume(Records.of(Topics.QUICKBOOKS_ENTITIES, payload.key(), event));
    }

    private void send(BillingRow billing) {
        RowObserved row = billing.observed();
        RowObserved canadian =
                new RowObserved(
                        row.row(),
                        REALM,
                        row.role(),
                        row.sheetName(),
                        row.rowNumber(),
                        row.fields(),
                        row.problems(),
                        row.columns(),
                        row.modifiedAt(),
                        row.modifiedBy(),
                        row.beforeCutOver(),
                        row.context());
        EventEnvelope<RowEvent> event =
                events.started(
                        Connections.smartsheet("us", "default"),
                        new SourceRevision(5, 1),
                        new CorrelationId("canada"),
                        canadian);
        rows.consume(Records.of(Topics.SMARTSHEET_ROWS, event.payload().key(), event));
    }
}
