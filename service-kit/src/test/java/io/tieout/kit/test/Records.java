package io.tieout.kit.test;

import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Makes the records that a consumer is called with.
public final class Records {
    private Records() {}

    public static <T> ConsumerRecord<String, byte[]> of(
            Topic<T> topic, String key, EventEnvelope<? extends T> event) {
        return raw(topic.name(), key, WireJson.write(event));
    }

    public static ConsumerRecord<String, byte[]> raw(String topic, String key, byte[] value) {
        return new ConsumerRecord<>(topic, 0, 0L, key, value);
    }

    public static ConsumerRecord<String, byte[]> raw(String topic, String key, String value) {
        return raw(topic, key, value.getBytes(StandardCharsets.UTF_8));
    }
}
