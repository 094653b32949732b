package io.tieout.ingest.hydration;

import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.attachment.AttachmentFindings;
import io.tieout.ingest.attachment.AttachmentWatch;
import io.tieout.ingest.attachment.Reading;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowContext;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Publishes a row again when one of its attachments has been read: nothing else about it is new.
@ApplicationScoped
class PublishAttachments implements AttachmentWatch {
    private final RowShadows shadows;
    private final AttachmentFindings findings;
    private final Outbox outbox;
    private final Events events;
    private final Smartsheet smartsheet;

    PublishAttachments(
            RowShadows shadows,
            AttachmentFindings findings,
            Outbox outbox,
            Events events,
            Smartsheet smartsheet) {
        this.shadows = shadows;
        this.findings = findings;
        this.outbox = outbox;
        this.events = events;
        this.smartsheet = smartsheet;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void attachmentRead(RowRef row, Reading reading, CorrelationId correlation) {
        shadows.lock(row)
                .filter(shadow -> shadow.event() instanceof RowObserved)
                .ifPresent(shadow -> publish(shadow, reading, correlation));
    }

    private void publish(RowShadows.Shadow shadow, Reading reading, CorrelationId correlation) {
        RowObserved before = (RowObserved) shadow.event();
        RowObserved now = with(before, reading);
        if (RowDifference.isSame(before, now)) {
            return;
        }
        shadows.putAttachments(now);
        outbox.append(
                Topics.SMARTSHEET_ROWS,
                now.key(),
                events.started(
                        smartsheet.connection(), shadow.afterAttachmentRead(), correlation, now));
        findings.report(now, correlation);
    }

    private static RowObserved with(RowObserved row, Reading reading) {
        RowContext context = row.context();
        if (context == null) {
            return row;
        }
        List<RowContext.Attachment> attachments =
                context.attachments().stream()
                        .map(file ->
                                file.id().equals(reading.attachmentId()) ? reading.on(file) : file)
                        .toList();
        return new RowObserved(
                row.row(),
                row.realmId(),
                row.role(),
                row.sheetName(),
                row.rowNumber(),
                row.fields(),
                row.problems(),
                row.columns(),
                row.modifiedAt(),
                row.modifiedBy(),
                row.beforeCutOver(),
                new RowContext(context.comments(), attachments));
    }
}
