package io.tieout.audit.hearing;

import io.tieout.audit.AuditConfig;
import io.tieout.audit.policy.PolicyFile;
import io.tieout.audit.policy.Ruling;
import io.tieout.audit.proposal.Life;
import io.tieout.audit.proposal.Sequencer;
import io.tieout.audit.review.Facts;
import io.tieout.audit.review.Reviewer;
import io.tieout.model.id.EffectId;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lets the reviewer and policy speak about a proposal, as soon as the facts it rests on are there,
/// and once more before money moves: what was true at the review must be true at the release.
@ApplicationScoped
public class Judge {
    /// How far a proposal can get now.
    ///
    /// @param facts absent when nothing had to be looked up; present when anything is released
    /// @param spoke whether reviewer and policy spoke just now
    public record Verdict(
            Life life, List<EffectId> releases, Optional<Facts> facts, boolean spoke) {
        public Verdict {
            releases = List.copyOf(releases);
        }
    }

    private final GatherFacts gatherFacts;
    private final PolicyFile policy;
    private final AuditConfig config;

    Judge(GatherFacts gatherFacts, PolicyFile policy, AuditConfig config) {
        this.gatherFacts = gatherFacts;
        this.policy = policy;
        this.config = config;
    }

    public Verdict judge(Life life, Instant now) {
        if (life.awaitsFacts()) {
            return hear(life, facts(life, now), now);
        }
        Sequencer.Step step = Sequencer.next(life, now);
        if (step.releases().isEmpty()) {
            return new Verdict(step.life(), List.of(), Optional.empty(), false);
        }
        Facts facts = facts(life, now);
        return movesMoney(step)
                ? hear(step.life(), facts, now)
                : new Verdict(step.life(), step.releases(), Optional.of(facts), false);
    }

    private Facts facts(Life life, Instant now) {
        return gatherFacts.about(life.proposal(), life.origin().recordedAt(), now);
    }

    private static boolean movesMoney(Sequencer.Step step) {
        return step.releases().stream().anyMatch(effect -> !step.life().effect(effect).advisory());
    }

    private Verdict hear(Life life, Facts facts, Instant now) {
        boolean patient = now.isBefore(life.origin().recordedAt().plus(config.review().patience()));
        Optional<String> missing = Lateness.missing(life.proposal(), facts, patient);
        if (missing.isPresent()) {
            return new Verdict(life.waiting(missing.get()), List.of(), Optional.of(facts), false);
        }
        List<ReviewResult> results = Reviewer.review(life.proposal(), facts);
        Life reviewed =
                switch (policy.policy().rule(life.proposal())) {
                    case Ruling.NothingMayHappen(String reason) ->
                            life.reviewed(results, null, reason);
                    case Ruling.Approvals approvals ->
                            life.reviewed(results, approvals.needed(), null);
                };
        Sequencer.Step step = Sequencer.next(reviewed, now);
        return new Verdict(step.life(), step.releases(), Optional.of(facts), true);
    }
}
