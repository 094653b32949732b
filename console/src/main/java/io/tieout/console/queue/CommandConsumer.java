package io.tieout.console.queue;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.console.Channels;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Hears what people did about exceptions. What they ask of other services is not for the console.
@ApplicationScoped
class CommandConsumer {
    private final Intake intake;
    private final ProjectAct project;

    CommandConsumer(Intake intake, ProjectAct project) {
        this.intake = intake;
        this.project = project;
    }

    @Incoming(Channels.COMMANDS_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.COMMANDS, project::apply);
    }
}
