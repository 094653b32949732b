package io.tieout.ingest.hydration;

import io.smallrye.common.annotation.Blocking;
import io.tieout.ingest.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds verified callbacks to hydration.
@ApplicationScoped
class CallbackConsumer {
    private final Intake intake;
    private final TakeCallback takeCallback;

    CallbackConsumer(Intake intake, TakeCallback takeCallback) {
        this.intake = intake;
        this.takeCallback = takeCallback;
    }

    @Incoming(Channels.CALLBACKS_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.SMARTSHEET_CALLBACKS, takeCallback::handle);
    }
}
