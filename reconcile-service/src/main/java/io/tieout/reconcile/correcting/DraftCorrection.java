package io.tieout.reconcile.correcting;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.kit.store.Inbox;
import io.tieout.model.command.CommandEvent.CorrectionRequested;
import io.tieout.model.command.CorrectionWay;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.facts.KeepCorrecting;
import io.tieout.reconcile.records.Records;
import io.tieout.reconcile.refusal.Refusal;
import io.tieout.reconcile.refusal.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.function.IntFunction;

/// Drafts the correction that a person asks for, once; what cannot be corrected so becomes a
/// finding that says what to do instead.
@ApplicationScoped
public class DraftCorrection {
    private final Inbox inbox;
    private final Drafts drafts;
    private final Corrections corrections;
    private final KeepCorrecting correcting;
    private final Refusals refusals;
    private final Records records;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    DraftCorrection(
            Inbox inbox,
            Drafts drafts,
            Corrections corrections,
            KeepCorrecting correcting,
            Refusals refusals,
            Records records,
            Outbox outbox,
            Events events,
            Clock clock) {
        this.inbox = inbox;
        this.drafts = drafts;
        this.corrections = corrections;
        this.correcting = correcting;
        this.refusals = refusals;
        this.records = records;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void handle(EventEnvelope<?> cause, CorrectionRequested command) {
        if (!inbox.firstTime(cause.eventId())) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        switch (drafts.of(command.realmId(), command.lineId(), way(command))) {
            case Draft.Possible possible -> propose(cause, command, possible, now);
            case Draft.Recategorising recategorising ->
                    propose(
                            cause,
                            command,
                            corrections.next(command.realmId(), command.lineId()),
                            now,
                            number ->
                                    CorrectionProposal.of(
                                            command.realmId(),
                                            number,
                                            recategorising,
                                            command.person()));
            case Draft.AlreadyAsked _ -> {
                // it waits for approval, or is posted
            }
            case Draft.Impossible(String why) -> refuse(cause, command, why);
        }
    }

    private void propose(
            EventEnvelope<?> cause,
            CorrectionRequested command,
            Draft.Possible possible,
            Instant now) {
        int number = corrections.next(command.realmId(), command.lineId());
        ProposalId first = CorrectionProposal.idOf(command.realmId(), command.lineId(), number);
        for (Draft.Posting posting : possible.postings()) {
            propose(
                    cause,
                    command,
                    number,
                    now,
                    which ->
                            CorrectionProposal.of(
                                    command.realmId(),
                                    possible.row(),
                                    possible.sheetVersion(),
                                    which,
                                    possible.item(),
                                    posting.entry(),
                                    posting.debit(),
                                    posting.credit(),
                                    possible.corrects(posting, first),
                                    command.person()));
            number++;
        }
    }

    private void propose(
            EventEnvelope<?> cause,
            CorrectionRequested command,
            int number,
            Instant now,
            IntFunction<ProposalMade> proposals) {
        RealmId realm = command.realmId();
        refusals.settle(cause, realm, matter(command), "A correction is drafted");
        ProposalMade proposal = proposals.apply(number);
        corrections.asked(
                realm, command.lineId(), number, proposal.proposalId(), command.person(), now);
        correcting.drafted(proposal);
        outbox.append(
                Topics.PROPOSALS,
                proposal.proposalId().toString(),
                events.caused(cause, Connections.quickbooks(realm), SourceRevision.NONE, proposal));
    }

    private static CorrectionWay way(CorrectionRequested command) {
        return Objects.requireNonNullElse(command.way(), CorrectionWay.JOURNAL_ENTRY);
    }

    private void refuse(EventEnvelope<?> cause, CorrectionRequested command, String why) {
        refusals.open(
                cause,
                command.realmId(),
                matter(command),
                FindingKind.COMMAND_REFUSED,
                "No correction of %s was drafted for %s"
                        .formatted(
                                records.of(command.realmId(), command.lineId()).words(),
                                command.person()),
                new Refusal(
                        why, "Follow what is said above, and ask again if it is still needed."));
    }

    private static FindingId matter(CorrectionRequested command) {
        return new FindingId("correction:" + command.lineId());
    }
}
