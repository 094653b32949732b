package io.tieout.ingest.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.common.annotation.Blocking;
import io.tieout.ingest.Channels;
import io.tieout.ingest.books.NudgeBooks;
import io.tieout.ingest.notification.BookNotice.Operation;
import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.intake.Intake;
import io.tieout.kit.json.WireJson;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.quickbooks.NotificationReceived;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Lets verified notifications hasten the next look at the books, and say where to look that would
/// not be looked at otherwise.
@ApplicationScoped
class NotificationConsumer {
    private static final ErrorCode UNREADABLE = new ErrorCode("unreadable-notification");

    private final Intake intake;
    private final NudgeBooks nudgeBooks;

    NotificationConsumer(Intake intake, NudgeBooks nudgeBooks) {
        this.intake = intake;
        this.nudgeBooks = nudgeBooks;
    }

    @Incoming(Channels.NOTIFICATIONS_IN)
    @Blocking
    void consume(ConsumerRecord<String, byte[]> record) {
        intake.take(record, Topics.QUICKBOOKS_NOTIFICATIONS, event -> nudge(event.payload()));
    }

    private void nudge(NotificationReceived notification) {
        List<NudgeBooks.Hint> hints = new ArrayList<>();
        for (BookNotice notice : notices(notification)) {
            EntityType type = notice.type();
            if (type != null) {
                boolean gone = notice.operation() == Operation.DELETED;
                hints.add(new NudgeBooks.Hint(type, notice.id(), gone, false));
                if (notice.operation() == Operation.MERGED) {
                    hints.add(new NudgeBooks.Hint(type, notice.mergedAway(), true, true));
                }
            }
        }
        nudgeBooks.nudge(notification.realmId(), hints);
    }

    private static List<BookNotice> notices(NotificationReceived notification) {
        try {
            return ReadNotification.notices(
                    WireJson.mapper().readTree(notification.body()), notification.realmId());
        } catch (JsonProcessingException e) {
            throw new ContractViolation(
                    UNREADABLE, "The notification is not JSON: " + e.getOriginalMessage(), e);
        }
    }
}
