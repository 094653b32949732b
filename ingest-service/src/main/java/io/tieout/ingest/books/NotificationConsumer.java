package io.tieout.ingest.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.Blocking;
import io.tieout.ingest.Channels;
import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.intake.Intake;
import io.tieout.kit.json.WireJson;
import io.tieout.model.quickbooks.NotificationReceived;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Lets verified notifications hasten the next look at the books.
@ApplicationScoped
class NotificationConsumer {
    private static final ErrorCode UNREADABLE = new ErrorCode("unreadable-notification");

    private final Intake intake;
    private final ConnectBooks connectBooks;

    NotificationConsumer(Intake intake, ConnectBooks connectBooks) {
        this.intake = intake;
        this.connectBooks = connectBooks;
    }

    @Incoming(Channels.NOTIFICATIONS_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(
                record,
                Topics.QUICKBOOKS_NOTIFICATIONS,
                event -> {
                    check(event.payload());
                    connectBooks.nudge(event.payload().realmId());
                });
    }

    private static void check(NotificationReceived notification) {
        try {
            WireJson.mapper().readTree(notification.body());
        } catch (JsonProcessingException e) {
            throw new ContractViolation(
                    UNREADABLE, "The notification is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
