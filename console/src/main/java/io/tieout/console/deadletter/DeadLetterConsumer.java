package io.tieout.console.deadletter;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.console.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/// Keeps dead letters. They may not even be readable, so nothing is decoded here; what cannot be
/// stored now is stored when the database is back.
@ApplicationScoped
class DeadLetterConsumer {
    private static final Logger LOG = Logger.getLogger(DeadLetterConsumer.class);
    private static final long PAUSE_MS = 1_000;

    private final KeepDeadLetter keep;

    DeadLetterConsumer(KeepDeadLetter keep) {
        this.keep = keep;
    }

    @Incoming(Channels.DEAD_LETTERS_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        while (true) {
            try {
                keep.handle(record);
                return;
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "Cannot keep a dead letter, trying again: topic=%s partition=%d offset=%d",
                        record.topic(),
                        record.partition(),
                        record.offset());
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while a dead letter was not kept yet", e);
        }
    }
}
