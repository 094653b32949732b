package io.tieout.ingest.attachment;

import io.tieout.connectors.smartsheet.SheetAttachment;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.extraction.Problem;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowContext;
import io.tieout.model.smartsheet.RowFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/// What a row's attachments are known to be when the row is read; has those read that should be.
@ApplicationScoped
public class RowAttachments {
    private final Readings readings;
    private final DueAttachments due;
    private final Lanes lanes;
    private final AttachmentPlan.Limits limits;
    private final Clock clock;

    RowAttachments(
            Readings readings, DueAttachments due, Lanes lanes, IngestConfig config, Clock clock) {
        this.readings = readings;
        this.due = due;
        this.lanes = lanes;
        this.limits =
                new AttachmentPlan.Limits(
                        config.attachment().filesMax(),
                        config.attachment().bytesMax().asLongValue());
        this.clock = clock;
    }

    /// The newest first; without hash and problem those that nobody has read yet.
    @Transactional(Transactional.TxType.MANDATORY)
    public List<RowContext.Attachment> of(
            RowRef row,
            RowFields fields,
            boolean beforeCutOver,
            List<SheetAttachment> attached,
            CorrelationId correlation) {
        if (attached.isEmpty()) {
            return List.of();
        }
        List<AttachmentChoice> choices =
                AttachmentPlan.of(
                        AttachmentPlan.isDrafted(fields, beforeCutOver),
                        attached,
                        readings.of(row),
                        limits);
        List<RowContext.Attachment> listed = new ArrayList<>();
        for (AttachmentChoice choice : choices) {
            RowContext.Attachment unread = Reading.listed(choice.file());
            listed.add(
                    switch (choice) {
                        case AttachmentChoice.Known(_, Reading reading) -> reading.on(unread);
                        case AttachmentChoice.Left _ -> unread;
                        case AttachmentChoice.Read(SheetAttachment file) -> {
                            due.add(row, file, correlation);
                            yield unread;
                        }
                        case AttachmentChoice.Refused(SheetAttachment file, Problem problem) -> {
                            Reading refused = Reading.refused(file, null, problem);
                            readings.put(row, refused);
                            yield refused.on(unread);
                        }
                    });
        }
        if (choices.stream().anyMatch(AttachmentChoice.Read.class::isInstance)) {
            lanes.wake(LaneKinds.ATTACHMENT, row.sheetId().value(), clock.instant());
        }
        return listed;
    }
}
