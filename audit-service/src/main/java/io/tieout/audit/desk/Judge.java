package io.tieout.audit.desk;

import io.tieout.audit.AuditConfig;
import io.tieout.audit.policy.PolicyFile;
import io.tieout.audit.policy.Ruling;
import io.tieout.audit.proposal.Life;
import io.tieout.audit.review.Facts;
import io.tieout.audit.review.GatherFacts;
import io.tieout.audit.review.Lateness;
import io.tieout.audit.review.Reviewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/// Lets the reviewer and policy speak about a proposal, as soon as the facts it rests on are there.
@ApplicationScoped
class Judge {
    /// What came of asking them.
    ///
    /// @param spoke whether they could speak; the life waits otherwise
    record Hearing(Life life, Facts facts, boolean spoke) {}

    private final GatherFacts gatherFacts;
    private final PolicyFile policy;
    private final AuditConfig config;

    Judge(GatherFacts gatherFacts, PolicyFile policy, AuditConfig config) {
        this.gatherFacts = gatherFacts;
        this.policy = policy;
        this.config = config;
    }

    Facts facts(Life life, Instant now) {
        return gatherFacts.about(life.proposal(), life.origin().recordedAt(), now);
    }

    Hearing hear(Life life, Facts facts, Instant now) {
        boolean patient = now.isBefore(life.origin().recordedAt().plus(config.review().patience()));
        Optional<String> missing = Lateness.missing(life.proposal(), facts, patient);
        if (missing.isPresent()) {
            return new Hearing(life.waiting(missing.get()), facts, false);
        }
        Life reviewed =
                switch (policy.policy().rule(life.proposal())) {
                    case Ruling.NothingMayHappen(String reason) ->
                            life.reviewed(Reviewer.review(life.proposal(), facts), null, reason);
                    case Ruling.Approvals approvals ->
                            life.reviewed(
                                    Reviewer.review(life.proposal(), facts),
                                    approvals.needed(),
                                    null);
                };
        return new Hearing(reviewed, facts, true);
    }
}
