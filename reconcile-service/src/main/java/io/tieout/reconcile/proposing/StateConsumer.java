package io.tieout.reconcile.proposing;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.tieout.kit.intake.Intake;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.Channels;
import io.tieout.reconcile.correcting.ApplyCorrectionState;
import io.tieout.reconcile.facts.ApplyBilling;
import io.tieout.reconcile.foresight.Foresee;
import io.tieout.reconcile.telling.ApplyTaskState;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Feeds what audit says of our proposals. Decides nothing.
@ApplicationScoped
public class StateConsumer {
    private final Intake intake;
    private final ApplyState applyState;
    private final ApplyTaskState applyTaskState;
    private final ApplyCorrectionState applyCorrectionState;
    private final ApplyBilling applyBilling;
    private final Foresee foresee;

    StateConsumer(
            Intake intake,
            ApplyState applyState,
            ApplyTaskState applyTaskState,
            ApplyCorrectionState applyCorrectionState,
            ApplyBilling applyBilling,
            Foresee foresee) {
        this.intake = intake;
        this.applyState = applyState;
        this.applyTaskState = applyTaskState;
        this.applyCorrectionState = applyCorrectionState;
        this.applyBilling = applyBilling;
        this.foresee = foresee;
    }

    @Incoming(Channels.STATES_IN)
    @Blocking
    public void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(
                record,
                Topics.PROPOSAL_STATES,
                event -> {
                    applyState.handle(event);
                    applyTaskState.handle(event);
                    applyCorrectionState.handle(event);
                    applyBilling.handle(event);
                    foresee.handle(event);
                });
    }
}
