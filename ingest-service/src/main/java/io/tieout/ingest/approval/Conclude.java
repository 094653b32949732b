package io.tieout.ingest.approval;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.ingest.IngestConfig;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.outbox.Outbox;
import io.tieout.kit.sign.Signer;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.DecisionId;
import io.tieout.model.id.Uuid7;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// Says once what the approval cells amount to: a signed decision, or a refusal with its remedy.
@ApplicationScoped
class Conclude {
    private static final String REJECTED_IN_SHEET = "Rejected in the sheet";

    private final Jdbi jdbi;
    private final Lanes lanes;
    private final Outbox outbox;
    private final Events events;
    private final ApprovalFindings approvalFindings;
    private final Signer signer;
    private final Clock clock;
    private final MeterRegistry meters;

    Conclude(
            Jdbi jdbi,
            Lanes lanes,
            Outbox outbox,
            Events events,
            ApprovalFindings approvalFindings,
            IngestConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.jdbi = jdbi;
        this.lanes = lanes;
        this.outbox = outbox;
        this.events = events;
        this.approvalFindings = approvalFindings;
        this.signer = new Signer(config.approval().privateKey());
        this.clock = clock;
        this.meters = meters;
    }

    @Transactional
    void handle(Lane lane, AwaitedDecisions.Awaited awaited, ApprovalOutcome outcome) {
        lanes.confirm(lane);
        ProposalMade proposal = awaited.state().proposal();
        switch (outcome) {
            case ApprovalOutcome.Decided decided -> {
                if (isFirst(proposal, decided)) {
                    publish(awaited, decided);
                    approvalFindings.settled(
                            awaited.state(), decided.role(), awaited.correlation());
                    count(decided.verdict().name());
                }
            }
            case ApprovalOutcome.Refused refused -> {
                if (isFirst(proposal, refused)) {
                    approvalFindings.refused(awaited.state(), refused, awaited.correlation());
                    count("REFUSED");
                }
            }
            case ApprovalOutcome.Outdated _ -> count("OUTDATED");
        }
    }

    /// The decision counts for the one role whose column it was made in.
    private void publish(AwaitedDecisions.Awaited awaited, ApprovalOutcome.Decided decided) {
        ProposalMade proposal = awaited.state().proposal();
        DecisionMade decision =
                new DecisionMade(
                        new DecisionId(Uuid7.at(clock.instant())),
                        proposal.proposalId(),
                        proposal.realmId(),
                        proposal.revision(),
                        awaited.state().hash(),
                        decided.verdict(),
                        decided.verdict() == DecisionMade.Verdict.REJECTED
                                ? REJECTED_IN_SHEET
                                : null,
                        decided.person(),
                        Set.of(decided.role()),
                        DecisionMade.Channel.SHEET,
                        decided.rejectedRows(),
                        decided.at(),
                        "");
        outbox.append(
                Topics.DECISIONS,
                proposal.proposalId().toString(),
                events.started(
                        Connections.quickbooks(proposal.realmId()),
                        SourceRevision.NONE,
                        awaited.correlation(),
                        decision.signed(signer.sign(decision.signedText()))));
    }

    private boolean isFirst(ProposalMade proposal, ApprovalOutcome outcome) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO sheet_conclusions (proposal_id, revision, fingerprint, outcome, concluded_at)
                                VALUES (:proposal, :revision, :fingerprint, :outcome, :now) ON CONFLICT DO NOTHING\
                                """)
                        .bind("proposal", proposal.proposalId().value())
                        .bind("revision", proposal.revision())
                        .bind(
                                "fingerprint",
                                CanonicalJson.sha256(
                                        List.of(outcome.getClass().getSimpleName(), outcome)))
                        .bind("outcome", outcome.getClass().getSimpleName())
                        .bind("now", clock.instant())
                        .execute())
                == 1;
    }

    private void count(String outcome) {
        meters.counter("sheet.approvals", "outcome", outcome).increment();
    }
}
