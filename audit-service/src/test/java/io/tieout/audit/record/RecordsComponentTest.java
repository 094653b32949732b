package io.tieout.audit.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.audit.AuditConfig;
import io.tieout.audit.AuditKeys;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.sign.Verifier;
import io.tieout.kit.test.InMemoryChannels;
import io.tieout.kit.test.TieoutPostgres;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.NotificationReceived;
import io.tieout.model.topic.Topics;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TieoutPostgres.class)
@QuarkusTestResource(InMemoryChannels.class)
@QuarkusTestResource(AuditKeys.class)
class RecordsComponentTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Inject Recording recording;

    @Inject Records records;

    @Inject Events events;

    @Inject Jdbi jdbi;

    @Inject AuditConfig config;

    @ConfigProperty(name = "test.audit.public-key")
    String publicKey;

    @Test
    void records_a_batch_once_however_often_it_is_delivered() {
        String realm = "batch-" + UUID.randomUUID();
        List<ConsumerRecord<String, byte[]>> batch =
                IntStream.range(0, 1_500).mapToObj(i -> notification(realm, i)).toList();

        recording.record(batch);
        recording.record(batch);
        batch.forEach(
                one -> QuarkusTransaction.requiringNew().run(() -> recording.record(List.of(one))));

        assertThat(verified(realm).count()).isEqualTo(1_500);
    }

    @Test
    void keeps_one_unbroken_chain_under_many_writers() {
        String realm = "many-" + UUID.randomUUID();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int writer = i;
            writers.add(
                    Thread.ofVirtual()
                            .start(() ->
                                    IntStream.range(0, 25)
                                            .forEach(n ->
                                                    recording.record(
                                                            List.of(
                                                                    notification(
                                                                            realm,
                                                                            writer * 100 + n))))));
        }
        writers.forEach(RecordsComponentTest::join);

        ChainVerifier verifier = verified(realm);
        assertThat(verifier.faults()).isEmpty();
        assertThat(verifier.count()).isEqualTo(200);
    }

    @Test
    void records_what_nobody_can_read() {
        byte[] junk = {0, 1, 2, (byte) 0xff};

        recording.record(
                List.of(
                        new ConsumerRecord<>("finance.proposals.v1.dlq", 3, 77L, "k", junk),
                        new ConsumerRecord<>("finance.findings.v1", 3, 78L, "k", junk)));

        assertThat(kinds("finance.proposals.v1.dlq")).containsExactly("dead-letter");
        assertThat(kinds("finance.findings.v1")).containsExactly("findings");
    }

    @Test
    void lets_nobody_change_or_remove_a_record() {
        for (String sql :
                List.of(
                        "UPDATE records SET payload = 'x'",
                        "DELETE FROM records",
                        "TRUNCATE records",
                        "UPDATE heads SET hash = 'x'",
                        "DELETE FROM heads")) {
            assertThatThrownBy(() -> jdbi.withHandle(handle -> handle.execute(sql)))
                    .as("%s as %s", sql, user())
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void exports_a_chain_that_verifies_against_heads_kept_in_a_file() throws IOException {
        String realm = "export-" + UUID.randomUUID();
        recording.record(IntStream.range(0, 3).mapToObj(i -> notification(realm, i)).toList());

        await().untilAsserted(() -> assertThat(heads(realm)).isNotEmpty());
        String export =
                given().get("/audit/chains/" + realm + "/export")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        ChainVerifier verifier = new ChainVerifier();
        export.lines().forEach(verifier::take);
        heads(realm).forEach(head -> verifier.check(head, new Verifier(publicKey)));
        assertThat(verifier.faults()).isEmpty();
        assertThat(verifier.count()).isEqualTo(3);
    }

    private List<SignedHead> heads(String chain) throws IOException {
        Path file = config.anchor().file();
        return !Files.exists(file)
                ? List.of()
                : Files.readAllLines(file).stream()
                        .map(line -> WireJson.read(line, SignedHead.class))
                        .filter(head -> head.chain().equals(chain))
                        .toList();
    }

    private ChainVerifier verified(String chain) {
        ChainVerifier verifier = new ChainVerifier();
        records.page(chain, 0, 10_000).stream().map(WireJson::text).forEach(verifier::take);
        return verifier;
    }

    private String user() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT current_user").mapTo(String.class).one());
    }

    private List<String> kinds(String topic) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT kind FROM records WHERE topic = :topic")
                        .bind("topic", topic)
                        .mapTo(String.class)
                        .list());
    }

    private ConsumerRecord<String, byte[]> notification(String realm, int number) {
        NotificationReceived received =
                new NotificationReceived(
                        new RealmId(realm.substring(0, 20)), "a \"quoted\", \n body " + number, AT);
        byte[] value =
                WireJson.text(
                                events.started(
                                        Connections.quickbooks(received.realmId()),
                                        SourceRevision.NONE,
                                        new CorrelationId("c"),
                                        received))
                        .replace(realm.substring(0, 20), realm)
                        .getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                Topics.QUICKBOOKS_NOTIFICATIONS.name(), 0, number, realm, value);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
