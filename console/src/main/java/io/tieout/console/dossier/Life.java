package io.tieout.console.dossier;

import io.tieout.console.audit.Trail;
import io.tieout.console.audit.TrailEntry;
import io.tieout.console.decision.DecisionsSent;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A proposal's life, oldest first: audit's own record, or what the console knows without it.
///
/// @param trouble why it is not audit's record, or empty
record Life(List<ProposalView.Step> steps, String trouble) {
    static Life of(Trail trail, ProposalState state, List<DecisionsSent.Sent> decisions) {
        return switch (trail) {
            case Trail.Recorded(List<TrailEntry> entries) ->
                    new Life(entries.stream().map(Life::step).toList(), "");
            case Trail.OutOfReach(String why) -> new Life(known(state, decisions), why);
        };
    }

    static ProposalView.Step step(TrailEntry entry) {
        return new ProposalView.Step(
                When.clock(entry.at()),
                entry.title(),
                entry.text(),
                entry.actor() == null ? "" : entry.actor(),
                entry.sequence() == null ? "" : entry.sequence().toString(),
                entry.hash() == null ? "" : entry.hash());
    }

    private static List<ProposalView.Step> known(
            ProposalState state, List<DecisionsSent.Sent> decisions) {
        List<TrailEntry> steps = new ArrayList<>();
        for (DecisionsSent.Sent decision : decisions) {
            steps.add(
                    step(
                            decision.sentAt(),
                            "decision-sent",
                            decision.person(),
                            "%s revision %d%s"
                                    .formatted(
                                            Words.upper(decision.verdict()),
                                            decision.revision(),
                                            decision.reason() == null
                                                    ? ""
                                                    : ": " + decision.reason())));
        }
        for (ProposalState.ApprovalGiven given : state.approvalsGiven()) {
            steps.add(
                    step(
                            given.at(),
                            "approval-counted",
                            given.by(),
                            "As " + Words.lower(given.role())));
        }
        for (EffectState effect : state.effects()) {
            String message = effect.message() == null ? "" : ": " + effect.message();
            steps.add(
                    step(
                            effect.changedAt(),
                            effect.type(),
                            null,
                            effect.effectId() + " is " + Words.lower(effect.status()) + message));
        }
        return steps.stream().sorted(Comparator.comparing(TrailEntry::at)).map(Life::step).toList();
    }

    private static TrailEntry step(Instant at, String type, @Nullable String actor, String text) {
        return new TrailEntry(at, null, type, actor, null, text);
    }
}
