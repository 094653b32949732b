package io.tieout.writeback.hold;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import io.tieout.writeback.Channels;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears of sheets that do not fit their mapping.
@ApplicationScoped
public class FindingConsumer {
    private final Intake intake;
    private final HoldSheet holdSheet;

    FindingConsumer(Intake intake, HoldSheet holdSheet) {
        this.intake = intake;
        this.holdSheet = holdSheet;
    }

    @Incoming(Channels.FINDINGS_IN)
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.FINDINGS, holdSheet::handle);
    }
}
