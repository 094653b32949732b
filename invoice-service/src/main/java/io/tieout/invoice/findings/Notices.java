package io.tieout.invoice.findings;

import io.tieout.invoice.Cause;
import io.tieout.invoice.claims.Claim;
import io.tieout.invoice.claims.Claims;
import io.tieout.invoice.drafting.Refusal;
import io.tieout.invoice.rows.Rows;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.ProposalEvent;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalWithdrawn;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps the notes on rows in step with findings, through proposals like everything that writes.
@ApplicationScoped
class Notices {
    private final Rows rows;
    private final Claims claims;
    private final FindingRows stored;
    private final Outbox outbox;
    private final Events events;

    Notices(Rows rows, Claims claims, FindingRows stored, Outbox outbox, Events events) {
        this.rows = rows;
        this.claims = claims;
        this.stored = stored;
        this.outbox = outbox;
        this.events = events;
    }

    /// Notes the finding on its rows, and takes the note off rows that it is no longer about; the
    /// finding with its notice, if there was anything to write.
    Optional<StoredFinding> tell(
            StoredFinding finding, Refusal refusal, List<RowRef> dropped, Cause cause) {
        Notice notice = new Notice();
        CellWrite.Content text = new CellWrite.Text(NoticeText.of(refusal));
        refusal.rows().stream()
                .map(rows::find)
                .flatMap(Optional::stream)
                .forEach(row -> notice.note(row.observed(), text));
        addCleared(notice, finding.id(), dropped);
        return propose(finding, notice, refusal.title(), cause);
    }

    /// Takes the note off the rows. Where somebody else has the last word on a row's note by now,
    /// it is left; and where nothing remains to be cleared, what was not yet written never will be.
    Optional<StoredFinding> clear(StoredFinding finding, Cause cause) {
        ProposalId id = finding.noticeId();
        if (id == null) {
            return Optional.empty();
        }
        Notice notice = new Notice();
        addCleared(notice, finding.id(), stored.rows(finding.id()));
        Optional<StoredFinding> told = propose(finding, notice, "Clear a note", cause);
        if (told.isEmpty()) {
            publish(
                    finding,
                    new ProposalWithdrawn(
                            id,
                            finding.noticeRevision(),
                            finding.realm(),
                            "The finding holds no longer"),
                    cause);
        }
        return told;
    }

    private void addCleared(Notice notice, FindingId finding, List<RowRef> refs) {
        refs.stream()
                .filter(ref -> !isDrafted(ref) && !stored.hasOther(finding, ref))
                .map(rows::find)
                .flatMap(Optional::stream)
                .forEach(row -> notice.note(row.observed(), new CellWrite.Cleared()));
    }

    /// The draft's own first effect writes the note then.
    private boolean isDrafted(RowRef row) {
        return claims.newest(row).filter(claim -> claim.state() == Claim.State.OPEN).isPresent();
    }

    private Optional<StoredFinding> propose(
            StoredFinding finding, Notice notice, String summary, Cause cause) {
        ProposalId id =
                finding.noticeId() == null
                        ? noticeId(finding.id(), finding.occurrence())
                        : finding.noticeId();
        String reference =
                finding.noticeReference() == null
                        ? stored.nextReference()
                        : finding.noticeReference();
        Optional<ProposalMade> proposal =
                notice.proposal(
                        id, finding.noticeRevision() + 1, finding.realm(), reference, summary);
        proposal.ifPresent(made -> publish(finding, made, cause));
        return proposal.map(made -> finding.noted(id, made.revision(), reference));
    }

    private void publish(StoredFinding finding, ProposalEvent event, Cause cause) {
        outbox.append(
                Topics.PROPOSALS,
                event.proposalId().toString(),
                events.following(
                        Connections.quickbooks(finding.realm()),
                        SourceRevision.NONE,
                        cause.correlation(),
                        cause.event(),
                        event));
    }

    private static ProposalId noticeId(FindingId finding, int occurrence) {
        String name = "notice:" + finding + ":" + occurrence;
        return new ProposalId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
