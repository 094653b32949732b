package io.tieout.launcher.story;

import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.model.topic.Topics;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/// Puts a record on a topic that nobody can read, as a faulty sender would.
final class DeadLetter {
    private static final int LIMIT_SECONDS = 20;
    private static final String CUT_SHORT =
            "{\"eventId\":\"0193-cut-short\",\"payload\":{\"type\":\"notif";

    private final KafkaAccess ingest;

    DeadLetter(KafkaAccess ingest) {
        this.ingest = ingest;
    }

    void send() {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        ingest.clientSettings(), new StringSerializer(), new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    Topics.QUICKBOOKS_NOTIFICATIONS.name(), Twin.REALM, CUT_SHORT))
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new NotYet("Kafka did not take the record: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotYet("interrupted", e);
        }
    }
}
