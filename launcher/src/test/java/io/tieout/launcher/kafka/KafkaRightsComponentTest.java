package io.tieout.launcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.launcher.port.FreePort;
import io.tieout.launcher.system.SystemOptions;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tries, as each user, what that user must not be able to do. Against a real broker.
class KafkaRightsComponentTest {
    @TempDir static Path directory;

    private static KafkaServer server;

    @BeforeAll
    static void startTwice() {
        KafkaServer.Options options =
                new KafkaServer.Options(
                        directory,
                        directory.resolve("kafka.log"),
                        SystemOptions.checkout().resolve("launcher/kafka-broker/target/libs"),
                        directory,
                        FreePort.find(),
                        FreePort.find(),
                        "admin-secret");
        server = KafkaServer.start(options, _ -> {});
        new KafkaProvisioning(server.access()).apply(Topics.ALL, passwords());
        new KafkaProvisioning(server.access()).apply(Topics.ALL, passwords());
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void audit_can_release() throws Exception {
        send(Services.AUDIT, Topics.RELEASES.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                Services.INGEST,
                Services.RECONCILE,
                Services.INVOICE,
                Services.WRITEBACK,
                Services.CONSOLE
            })
    void nobody_else_can_release(String service) {
        assertThatThrownBy(() -> send(service, Topics.RELEASES.name()))
                .hasRootCauseInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {Services.INVOICE, Services.WRITEBACK, Services.AUDIT})
    void nobody_but_the_channels_can_decide(String service) {
        assertThatThrownBy(() -> send(service, Topics.DECISIONS.name()))
                .hasRootCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void the_console_cannot_read_what_is_released() {
        assertThatThrownBy(() -> read(Services.CONSOLE, Topics.RELEASES.name()))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void the_console_reads_dead_letters_and_redrives_them() throws Exception {
        send(Services.INVOICE, Topics.SMARTSHEET_ROWS.deadLetterName());

        assertThat(read(Services.CONSOLE, Topics.SMARTSHEET_ROWS.deadLetterName())).isPositive();
        send(Services.CONSOLE, Topics.SMARTSHEET_ROWS.redriveName());
        assertThat(read(Services.INVOICE, Topics.SMARTSHEET_ROWS.redriveName())).isPositive();
    }

    @Test
    void a_wrong_password_opens_nothing() {
        KafkaAccess wrong = server.access().as(Services.AUDIT, "guessed");

        assertThatThrownBy(() -> send(wrong, Topics.RELEASES.name()))
                .hasRootCauseInstanceOf(
                        org.apache.kafka.common.errors.SaslAuthenticationException.class);
    }

    private static void send(String service, String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        send(access(service), topic);
    }

    private static void send(KafkaAccess access, String topic)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        access.clientSettings(), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "value")).get(20, TimeUnit.SECONDS);
        }
    }

    private static int read(String service, String topic) {
        Map<String, Object> settings = new HashMap<>(access(service).clientSettings());
        settings.put("auto.offset.reset", "earliest");
        settings.put("group.id", service);
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(topic, info.partition()))
                            .toList();
            consumer.assign(Set.copyOf(partitions));
            consumer.seekToBeginning(partitions);
            int found = 0;
            for (int tries = 0; tries < 20 && found == 0; tries++) {
                found = consumer.poll(Duration.ofMillis(500)).count();
            }
            return found;
        }
    }

    private static KafkaAccess access(String service) {
        return server.access().as(service, "of-" + service);
    }

    private static Map<String, String> passwords() {
        Map<String, String> passwords = new HashMap<>();
        SystemOptions.ALL_SERVICES.forEach(service -> passwords.put(service, "of-" + service));
        return passwords;
    }
}
