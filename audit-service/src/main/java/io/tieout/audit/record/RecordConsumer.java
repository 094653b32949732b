package io.tieout.audit.record;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.audit.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds the chains with every topic on which nothing depends but the record. Decides nothing.
@ApplicationScoped
class RecordConsumer {
    private final Recording recording;

    RecordConsumer(Recording recording) {
        this.recording = recording;
    }

    @Incoming(Channels.RECORDS_IN)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> batch) {
        Persistence.until("Recording", () -> recording.record(batch));
    }
}
