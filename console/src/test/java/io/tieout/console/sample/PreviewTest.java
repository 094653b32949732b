package io.tieout.console.sample;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.intake.DeadLetterHeaders;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.command.ExceptionCommand;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.Candidate;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// Not a check: fills the console with samples and keeps it up, so that somebody can look at it.
/// `-Dtieout.preview=<file>`: the address is written there, and deleting the file ends it.
@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(ConsoleTestKeys.class)
@QuarkusTestResource(SampleReconcile.class)
@EnabledIfSystemProperty(named = "tieout.preview", matches = ".+")
class PreviewTest {
    @Inject Feed feed;

    @Inject Clock clock;

    @Inject Events events;

    @TestHTTPResource("/")
    URI url;

    @ConfigProperty(name = "tieout.preview", defaultValue = "none")
    String file;

    private Instant now;

    @Test
    void stays_up_until_its_file_is_deleted() throws IOException {
        now = clock.instant();
        books();
        proposals();
        findings();
        queue();
        deadLetters();
        Path address = Path.of(file);
        Files.writeString(address, url.toString());
        Awaitility.await()
                .atMost(Duration.ofHours(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !Files.exists(address));
    }

    private void books() {
        named(
                EntityType.ITEM,
                "7",
                new Entity.Item("Consulting", "Service", null, null, true, null));
        named(EntityType.TERM, "3", new Entity.Term("Net 30", 30));
        named(EntityType.TAX_CODE, "2", new Entity.TaxCode("New York", null, true, List.of()));
        for (String[] customer :
                new String[][] {
                    {"58", "Harbor Works LLC"},
                    {"59", "Meridian Health"},
                    {"61", "Castellan Bank"},
                    {"60", "Northwind Traders"}
                }) {
            named(
                    EntityType.CUSTOMER,
                    customer[0],
                    new Entity.Customer(
                            customer[1],
                            customer[1],
                            null,
                            false,
                            null,
                            null,
                            null,
                            "NY",
                            null,
                            true,
                            null,
                            null,
                            null));
        }
    }

    private void named(EntityType type, String id, Entity entity) {
        feed.entity(
                new EntityObserved(SampleProposal.REALM, type, new EntityId(id), true, now, entity),
                1);
    }

    private void proposals() {
        show(SampleProposal.number(42).at(now.minusSeconds(11_000)), "8");
        show(
                SampleProposal.number(43)
                        .customer("Castellan Bank", "61")
                        .hours("78.5", 5)
                        .large()
                        .at(now.minusSeconds(4_000)),
                "78.5");
        show(
                SampleProposal.number(44)
                        .customer("Northwind Traders", "60")
                        .hours("4", 3)
                        .at(now.minusSeconds(900)),
                "5");
        show(
                SampleProposal.number(45)
                        .customer("Meridian Health", "59")
                        .failingReview()
                        .status(ProposalState.Status.BLOCKED)
                        .at(now.minusSeconds(500)),
                "8");
        show(
                SampleProposal.number(40)
                        .approvedByFinance(Demo.FINANCE)
                        .status(ProposalState.Status.DONE)
                        .at(now.minusSeconds(90_000)),
                "8");
        for (int number = 50; number < 62; number++) {
            show(
                    SampleProposal.number(number)
                            .customer("Northwind Traders", "60")
                            .hours(Integer.toString(number % 7 + 1), 1)
                            .at(now.minusSeconds(200 + number * 17L)),
                    Integer.toString(number % 7 + 1));
        }
    }

    private void show(SampleProposal sample, String rowHours) {
        ProposalState state = sample.state();
        for (int index = 1; index <= state.proposal().rows().size(); index++) {
            feed.row(SampleRow.of(sample.row(index), index, state.proposal(), rowHours, now), 41);
        }
        feed.proposal(state);
    }

    private void findings() {
        feed.finding(
                new FindingOpened(
                        new FindingId("unknown-customer:orchard-robotics"),
                        SampleProposal.REALM,
                        FindingKind.UNKNOWN_CUSTOMER,
                        Severity.ERROR,
                        "invoice-service",
                        List.of(SampleProposal.number(42).row(1)),
                        null,
                        "Orchard Robotics is not a customer in QuickBooks",
                        "Row 7 of Billing – Harbor Programme is marked ready and names customer \"Orchard Robotics\", but no active customer has that name.",
                        "Create the customer in QuickBooks, or correct the name in the row. The draft is then made by itself.",
                        List.of(
                                new Candidate(
                                        EntityType.CUSTOMER,
                                        new EntityId("71"),
                                        "Orchid Robotics",
                                        912,
                                        null),
                                new Candidate(
                                        EntityType.CUSTOMER,
                                        new EntityId("72"),
                                        "Orchard Foods",
                                        655,
                                        null),
                                new Candidate(
                                        EntityType.CUSTOMER,
                                        new EntityId("73"),
                                        "Orchard Robotics GmbH",
                                        640,
                                        "inactive")),
                        Money.of("2400.00", CurrencyCode.USD),
                        now.minusSeconds(7_300)),
                1);
        feed.finding(
                new FindingOpened(
                        new FindingId("budget:meridian"),
                        SampleProposal.REALM,
                        FindingKind.BUDGET_EXCEEDED,
                        Severity.WARNING,
                        "invoice-service",
                        List.of(),
                        SampleProposal.id(45),
                        "Meridian Health: 132 h of 120 approved hours",
                        "With this row the project has 132 hours; 120 are approved.",
                        "Raise the approved hours in the sheet Projects, or take hours off the row.",
                        List.of(),
                        Money.of("1800.00", CurrencyCode.USD),
                        now.minusSeconds(3_000)),
                1);
        FindingOpened missing =
                new FindingOpened(
                        new FindingId("missing:bluebird-881"),
                        SampleProposal.REALM,
                        FindingKind.MISSING_IN_QUICKBOOKS,
                        Severity.WARNING,
                        "reconcile-service",
                        List.of(),
                        null,
                        "Bluebird Supplies 881 is not in QuickBooks",
                        "The cost row says USD 310.20, and no bill or purchase has this vendor, number and amount.",
                        "Enter the bill, or correct the row.",
                        List.of(),
                        Money.of("310.20", CurrencyCode.USD),
                        now.minusSeconds(2_000));
        feed.finding(missing, 1);
        feed.finding(
                new FindingResolved(
                        missing.findingId(),
                        missing.realmId(),
                        missing.kind(),
                        "Bill 881 appeared in QuickBooks",
                        now.minusSeconds(100)),
                2);
    }

    private void queue() {
        for (int number = 1; number <= 6; number++) {
            feed.finding(
                    SampleFinding.of(
                                    SampleProposal.REALM,
                                    "row " + (40 + number),
                                    now.minus(Duration.ofDays(number * 2L)))
                            .opened(),
                    1);
        }
        feed.finding(
                SampleFinding.of(
                                SampleProposal.REALM,
                                "mapping-broken:4100000000000009",
                                now.minusSeconds(900))
                        .kind(
                                FindingKind.MAPPING_BROKEN,
                                Severity.ERROR,
                                "Give the column its name back. Or accept proposal 3f9a2c41b07d: \"Std\" is read as hours, for it has its id.")
                        .opened(),
                1);
        FindingId late = new FindingId("row 46");
        RealmId realm = SampleProposal.REALM;
        act(
                new ExceptionCommand.ExceptionAssigned(
                        Demo.APPROVER, now.minusSeconds(5_000), realm, late, Demo.FINANCE));
        act(
                new ExceptionCommand.ExceptionCommented(
                        Demo.FINANCE,
                        now.minusSeconds(4_000),
                        realm,
                        late,
                        "Atlas sends a corrected bill on Friday.\nThe 50.00 are the call-out that we refused."));
        feed.finding(
                SampleFinding.of(realm, "row 46", now.minus(Duration.ofDays(12)))
                        .saying(
                                "Amount variance: the row says USD 1,280.00, the bill USD 1,200.00.",
                                "1280.00")
                        .opened(),
                2);
        act(
                new ExceptionCommand.ExceptionDueSet(
                        Demo.FINANCE,
                        now.minusSeconds(100),
                        realm,
                        new FindingId("row 45"),
                        LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(3)));
    }

    private void act(ExceptionCommand command) {
        feed.command(
                events.<CommandEvent>started(
                        Connections.quickbooks(SampleProposal.REALM),
                        SourceRevision.NONE,
                        new CorrelationId("preview"),
                        command));
    }

    private void deadLetters() {
        for (int index = 0; index < 4; index++) {
            letter(
                    Topics.SMARTSHEET_CALLBACKS,
                    index,
                    "unreadable-message",
                    "ingest-service",
                    "Not a CallbackReceived: Unexpected character ('n' (code 110))",
                    "{\"nonce\": not json at all " + index);
        }
        letter(
                Topics.PROPOSALS,
                9,
                "contract-violated",
                "audit-service",
                "a proposal has at least one effect",
                "{\"eventId\":\"0199e0de-1c1d-7a53-9c0e-0d9f6f2a1b11\",\"occurredAt\":\"2026-11-22T10:00:00Z\",\"connection\":\"quickbooks:9130350000000001\",\"sourceRevision\":{\"major\":0,\"minor\":0},\"correlationId\":\"chain-TD-000042\",\"schemaVersion\":1,\"payload\":{\"type\":\"proposal-made\",\"effects\":[]}}");
    }

    private void letter(
            Topic<?> topic, int offset, String code, String group, String reason, String value) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>(
                        topic.deadLetterName(),
                        0,
                        offset,
                        "4100000000000001",
                        value.getBytes(StandardCharsets.UTF_8));
        header(record, DeadLetterHeaders.ERROR_CODE, code);
        header(record, DeadLetterHeaders.GROUP, group);
        header(record, DeadLetterHeaders.REASON, reason);
        header(record, DeadLetterHeaders.STACK, "io.tieout.kit.error.ContractViolation: " + reason);
        header(record, DeadLetterHeaders.ATTEMPTS, "1");
        header(record, DeadLetterHeaders.AT, now.minusSeconds(300 + offset * 60L).toString());
        header(record, DeadLetterHeaders.TOPIC, topic.name());
        header(record, DeadLetterHeaders.PARTITION, "0");
        header(record, DeadLetterHeaders.OFFSET, Integer.toString(offset + 17));
        header(record, DeadLetterHeaders.CORRELATION_ID, "chain-TD-000042");
        feed.deadLetter(record);
    }

    private static void header(ConsumerRecord<String, byte[]> record, String name, String text) {
        record.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
