package io.tieout.ingest.approval;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.smartsheet.CellChange;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Reads who set the approval cells of a draft, once they say something, and has it concluded.
@ApplicationScoped
class ApprovalLane implements LaneWork {
    private static final Logger LOG = Logger.getLogger(ApprovalLane.class);
    private static final Duration UNTIL_RIGHTS_ARE_READ = Duration.ofMillis(500);

    private final Smartsheet smartsheet;
    private final LookAtDraft lookAtDraft;
    private final CellAuthors cellAuthors;
    private final Conclude conclude;
    private final FindDeciders findDeciders;
    private final IngestConfig.Approval config;
    private final Clock clock;

    ApprovalLane(
            Smartsheet smartsheet,
            LookAtDraft lookAtDraft,
            CellAuthors cellAuthors,
            Conclude conclude,
            FindDeciders findDeciders,
            IngestConfig config,
            Clock clock) {
        this.smartsheet = smartsheet;
        this.lookAtDraft = lookAtDraft;
        this.cellAuthors = cellAuthors;
        this.conclude = conclude;
        this.findDeciders = findDeciders;
        this.config = config.approval();
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LaneKinds.APPROVAL;
    }

    @Override
    public LaneResult run(Lane lane) {
        Optional<LookAtDraft.Draft> draft = lookAtDraft.now(ProposalId.of(lane.key()));
        if (draft.isEmpty()) {
            return LaneResult.idle();
        }
        boolean answered = true;
        try {
            for (ApprovalQuestion question :
                    SheetApproval.questions(
                            draft.get().awaited().state(), draft.get().cells().values())) {
                answered &= answer(lane, draft.get(), question);
            }
        } catch (VendorException e) {
            return VendorPause.of(e, clock.instant());
        }
        return answered
                ? LaneResult.idle()
                : LaneResult.again(clock.instant().plus(UNTIL_RIGHTS_ARE_READ));
    }

    /// False when it has to wait until it is known who may edit the sheets.
    private boolean answer(Lane lane, LookAtDraft.Draft draft, ApprovalQuestion question) {
        if (question.rows().size() > config.rowsMax()) {
            LOG.infof(
                    "Too many rows to be approved in the sheet: proposal=%s rows=%d",
                    lane.key(), question.rows().size());
            return true;
        }
        Instant written = SheetApproval.writtenAt(draft.awaited().state());
        List<CellAuthor> authors = new ArrayList<>();
        for (RowRef row : question.rows()) {
            authors.add(author(draft, row, question));
        }
        if (written == null) {
            return true;
        }
        Optional<Deciders> deciders = findDeciders.of(authors);
        deciders.ifPresent(known ->
                conclude.handle(
                        lane,
                        draft.awaited(),
                        SheetApproval.judge(
                                draft.awaited().state(),
                                question,
                                authors,
                                known,
                                written.minus(config.clockTolerance()))));
        return deciders.isPresent();
    }

    private CellAuthor author(LookAtDraft.Draft draft, RowRef row, ApprovalQuestion question) {
        ApprovalCells cells = draft.cells().get(row);
        Map<RowRef, ColumnId> columns = draft.columns(question.part());
        ColumnId column = columns.get(row);
        if (cells == null || column == null) {
            throw new IllegalStateException("Row %s has no column %s".formatted(row, question));
        }
        Optional<CellAuthor> known = cellAuthors.find(row, question.part(), cells.sheetVersion());
        if (known.isPresent()) {
            return known.get();
        }
        List<CellChange> history = smartsheet.cellHistory(row.sheetId(), row.rowId(), column);
        CellAuthor author =
                history.isEmpty()
                        ? new CellAuthor(row, null, null, Instant.EPOCH)
                        : newest(row, history.getFirst());
        cellAuthors.put(author, question.part(), cells.sheetVersion());
        return author;
    }

    private static CellAuthor newest(RowRef row, CellChange change) {
        return new CellAuthor(
                row,
                change.value().isValueNode() && !change.value().isNull()
                        ? change.value().asText()
                        : null,
                change.modifiedBy(),
                change.modifiedAt());
    }
}
