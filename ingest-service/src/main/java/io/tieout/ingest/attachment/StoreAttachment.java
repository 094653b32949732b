package io.tieout.ingest.attachment;

import io.quarkus.arc.All;
import io.tieout.ingest.extraction.Extracted;
import io.tieout.ingest.extraction.Problem;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Stores an attachment, its text and what came of reading it in one transaction, and tells it.
@ApplicationScoped
class StoreAttachment {
    private static final int EXCERPT_LENGTH_MAX = 2_000;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private final Lanes lanes;
    private final DueAttachments dueAttachments;
    private final Readings readings;
    private final Texts texts;
    private final List<AttachmentWatch> watches;

    StoreAttachment(
            Lanes lanes,
            DueAttachments dueAttachments,
            Readings readings,
            Texts texts,
            @All List<AttachmentWatch> watches) {
        this.lanes = lanes;
        this.dueAttachments = dueAttachments;
        this.readings = readings;
        this.texts = texts;
        this.watches = watches;
    }

    @Transactional
    void store(Lane lane, DueAttachment due, Fetched fetched) {
        lanes.confirm(lane);
        if (fetched instanceof Fetched.Kept kept) {
            texts.keepFile(
                    kept.hash(),
                    Objects.requireNonNullElse(due.file().mediaType(), UNKNOWN_TYPE),
                    kept.file());
            if (kept.extracted() instanceof Extracted.Text(String text)) {
                texts.keepText(kept.hash(), text);
            }
        }
        Reading reading = fetched.reading(due.file(), EXCERPT_LENGTH_MAX);
        readings.put(due.row(), reading);
        told(due, reading);
    }

    /// What came of it, if the same file was read before.
    @Transactional
    Optional<Reading> known(DueAttachment due) {
        return readings.find(due.row().sheetId(), due.file().id())
                .filter(reading -> reading.isOf(due.file()))
                .filter(reading -> reading.problem() != Problem.TOO_MANY);
    }

    /// It was read before, and somebody published its row without knowing.
    @Transactional
    void repeat(Lane lane, DueAttachment due, Reading reading) {
        lanes.confirm(lane);
        told(due, reading);
    }

    /// The attachment is gone; there is nothing to fetch any more.
    @Transactional
    void drop(Lane lane, DueAttachment due) {
        lanes.confirm(lane);
        dueAttachments.done(due);
    }

    private void told(DueAttachment due, Reading reading) {
        watches.forEach(watch -> watch.attachmentRead(due.row(), reading, due.correlation()));
        dueAttachments.done(due);
    }
}
