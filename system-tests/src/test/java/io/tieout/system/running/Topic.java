package io.tieout.system.running;

import io.tieout.launcher.kafka.KafkaAccess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Reads and writes topics directly, as whoever is asked for.
public final class Topic {
    private static final Map<String, Log> LOGS = new ConcurrentHashMap<>();

    private Topic() {}

    /// Everything that is there now.
    public static List<ConsumerRecord<String, byte[]>> read(KafkaAccess access, String topic) {
        return LOGS.computeIfAbsent(topic, name -> new Log(consumer(access), name)).all();
    }

    /// What was read of a topic, so that looking again takes in the news alone.
    private static final class Log {
        private final KafkaConsumer<String, byte[]> consumer;
        private final List<TopicPartition> partitions;
        private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

        Log(KafkaConsumer<String, byte[]> consumer, String topic) {
            this.consumer = consumer;
            this.partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        synchronized List<ConsumerRecord<String, byte[]>> all() {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return List.copyOf(records);
        }
    }

    /// Writes one record; the failure that the broker answered, if any.
    public static void send(KafkaAccess access, String topic, String key, byte[] value)
            throws ExecutionException {
        send(access, List.of(new ProducerRecord<>(topic, key, value)));
    }

    public static void send(KafkaAccess access, List<ProducerRecord<String, byte[]>> records)
            throws ExecutionException {
        Map<String, Object> settings = new HashMap<>(access.clientSettings());
        settings.put("max.block.ms", "60000");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<String, byte[]> record : records) {
                producer.send(record).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private static KafkaConsumer<String, byte[]> consumer(KafkaAccess access) {
        Map<String, Object> settings = new HashMap<>(access.clientSettings());
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
