package io.tieout.kit.test;

import io.quarkus.test.Mock;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.publish.Publisher;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.topic.Topic;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands where Kafka is in tests of one service, and remembers what was published.
@Mock
@Singleton
public class RecordingPublisher implements Publisher {
    /// One record as it was sent.
    public record Sent(String topic, String key, byte[] value, Map<String, String> headers) {}

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private volatile boolean broken;

    @Override
    public CompletionStage<Void> send(
            String topic, String key, byte[] value, Map<String, String> headers) {
        if (broken) {
            return CompletableFuture.failedFuture(
                    new IllegalStateException("The broker is down, says the test"));
        }
        sent.add(new Sent(topic, key, value, Map.copyOf(headers)));
        return CompletableFuture.completedFuture(null);
    }

    /// Everything sent to the topic, oldest first.
    public <T> List<EventEnvelope<T>> published(Topic<T> topic) {
        return sent.stream()
                .filter(record -> record.topic().equals(topic.name()))
                .map(record -> WireJson.readEvent(record.value(), topic.payloadType()))
                .toList();
    }

    /// Raw records of any topic, dead letters included.
    public List<Sent> sentTo(String topic) {
        return sent.stream().filter(record -> record.topic().equals(topic)).toList();
    }

    public void clear() {
        sent.clear();
        broken = false;
    }

    /// From now on nothing is acknowledged.
    public void breakDown() {
        broken = true;
    }

    public void repair() {
        broken = false;
    }
}
