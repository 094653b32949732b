package io.tieout.console.finding;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.console.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds findings to their projection.
@ApplicationScoped
class FindingConsumer {
    private final Intake intake;
    private final ProjectFinding project;

    FindingConsumer(Intake intake, ProjectFinding project) {
        this.intake = intake;
        this.project = project;
    }

    @Incoming(Channels.FINDINGS_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.FINDINGS, project::apply);
    }
}
