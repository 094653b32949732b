package io.tieout.writeback.release;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import io.tieout.writeback.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds releases to the lanes. Decides nothing.
@ApplicationScoped
public class ReleaseConsumer {
    private final Intake intake;
    private final AcceptRelease acceptRelease;

    ReleaseConsumer(Intake intake, AcceptRelease acceptRelease) {
        this.intake = intake;
        this.acceptRelease = acceptRelease;
    }

    @Incoming(Channels.RELEASES_IN)
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.RELEASES, acceptRelease::handle);
    }
}
