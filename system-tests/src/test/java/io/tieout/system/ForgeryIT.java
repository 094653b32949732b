package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Http;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Topic;
import io.tieout.system.running.Twin;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Nobody but audit can release, nobody but writeback can report, nobody can decide in another's
/// name.
@Isolated
class ForgeryIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();

    static Stream<Arguments> strangers() {
        return Topics.ALL.stream()
                .flatMap(topic ->
                        Stream.of(
                                        Services.INGEST,
                                        Services.INVOICE,
                                        Services.RECONCILE,
                                        Services.AUDIT,
                                        Services.WRITEBACK,
                                        Services.CONSOLE)
                                .filter(service -> !topic.writers().contains(service))
                                .map(service -> Arguments.of(service, topic.name())));
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void the_broker_refuses_a_service_that_does_not_own_the_topic(String service, String topic) {
        KafkaAccess stranger = running.processes().kafkaAs(service);

        assertThatThrownBy(() ->
                        Topic.send(
                                stranger,
                                topic,
                                "k",
                                "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .satisfies(thrown ->
                        assertThat(root(thrown)).isInstanceOf(AuthorizationException.class));
    }

    @Test
    void a_release_without_audits_signature_has_no_effect() throws IOException, ExecutionException {
        Story story = Story.of(running, "Forged release");
        String row = story.row("2");
        story.ready(row);
        console.approve(Twin.FIONA, story.reference(row));
        story.invoiceNumber(row);
        int invoices = twin.invoices().size();

        KafkaAccess admin = running.processes().kafka();
        for (ConsumerRecord<String, byte[]> record : Topic.read(admin, Topics.RELEASES.name())) {
            ObjectNode forged = (ObjectNode) Http.JSON.readTree(record.value());
            if (forged.path("payload")
                    .path("effect")
                    .path("type")
                    .asText()
                    .equals("create-invoice")) {
                forged.put("eventId", UUID.randomUUID().toString());
                ((ObjectNode) forged.path("payload").path("receipt"))
                        .put("proposalId", UUID.randomUUID().toString());
                Topic.send(admin, record.topic(), record.key(), Http.write(forged));
            }
        }

        settle();
        assertThat(twin.invoices()).hasSize(invoices + 1);
        new Gate(running).holds();
    }

    @Test
    void a_decision_that_its_channel_did_not_sign_has_no_effect()
            throws IOException, ExecutionException {
        Story story = Story.of(running, "Forged decision");
        String row = story.row("2");
        story.ready(row);
        String reference = story.reference(row);
        JsonNode proposal = console.draft(reference);

        ObjectNode payload = Http.JSON.createObjectNode();
        payload.put("decisionId", UUID.randomUUID().toString())
                .put("proposalId", Console.id(proposal))
                .put("realmId", Twin.REALM)
                .put("revision", Console.revision(proposal))
                .put("proposalHash", proposal.path("hash").asText())
                .put("verdict", "APPROVED")
                .put("person", Twin.FIONA)
                .put("channel", "CONSOLE")
                .put("decidedAt", "2026-11-22T10:00:00Z")
                .put("signature", "AAAA");
        payload.putArray("roles").add("FINANCE");
        payload.putArray("rejectedRows");
        ObjectNode event = Http.JSON.createObjectNode();
        event.put("eventId", UUID.randomUUID().toString())
                .put("occurredAt", "2026-11-22T10:00:00Z")
                .put("connection", "quickbooks:" + Twin.REALM)
                .put("correlationId", "forged")
                .put("schemaVersion", 1);
        event.putObject("sourceRevision").put("major", 0).put("minor", 0);
        event.set("payload", payload);
        Topic.send(
                running.processes().kafka(),
                Topics.DECISIONS.name(),
                Console.id(proposal),
                Http.write(event));

        settle();
        assertThat(Console.status(console.draft(reference))).isEqualTo("AWAITING_APPROVAL");
        assertThat(twin.invoicesOf(Console.id(proposal))).isEmpty();
    }

    /// A row that goes through after the forgery, on the same realm, shows that the forgery has
    /// been handled.
    private void settle() {
        Story story = Story.of(running, "After the forgery");
        String row = story.row("1");
        story.ready(row);
        console.approve(Twin.FIONA, story.reference(row));
        story.invoiceNumber(row);
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
