package io.tieout.bench.running;

import io.tieout.launcher.kafka.KafkaAccess;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// How many messages lie unread before the services.
public final class Lag implements AutoCloseable {
    private final Admin admin;

    public Lag(KafkaAccess access) {
        this.admin = access.admin();
    }

    public long total() {
        try {
            long total = 0;
            for (GroupListing group : admin.listGroups().all().get()) {
                total += of(group.groupId());
            }
            return total;
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say what is unread", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private long of(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> read =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
        Map<TopicPartition, ListOffsetsResultInfo> ends =
                admin.listOffsets(
                                read.keySet().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        part -> part, _ -> OffsetSpec.latest())))
                        .all()
                        .get();
        long lag = 0;
        for (Map.Entry<TopicPartition, ListOffsetsResultInfo> end : ends.entrySet()) {
            OffsetAndMetadata offset = read.get(end.getKey());
            lag += offset == null ? 0 : end.getValue().offset() - offset.offset();
        }
        return lag;
    }

    @Override
    public void close() {
        admin.close();
    }
}
