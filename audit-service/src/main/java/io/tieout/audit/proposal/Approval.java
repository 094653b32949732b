package io.tieout.audit.proposal;

import io.tieout.model.decision.DecisionMade;
import io.tieout.model.decision.Role;
import io.tieout.model.id.DecisionId;
import java.time.Instant;
import java.util.Set;

/// A decision that counts.
public record Approval(
        DecisionId decisionId,
        String person,
        Set<Role> roles,
        DecisionMade.Channel channel,
        Instant at) {
    public Approval {
        roles = Set.copyOf(roles);
    }

    static Approval of(DecisionMade decision) {
        return new Approval(
                decision.decisionId(),
                decision.person(),
                decision.roles(),
                decision.channel(),
                decision.decidedAt());
    }
}
