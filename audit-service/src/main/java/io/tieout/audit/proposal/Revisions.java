package io.tieout.audit.proposal;

import io.tieout.audit.proposal.Life.End;
import io.tieout.audit.proposal.Life.Origin;
import io.tieout.audit.proposal.Life.Pending;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalWithdrawn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which revision of a proposal counts. A later one replaces the present one unless something is in
/// flight: it waits for advisory effects, and comes too late once money may be moving.
public final class Revisions {
    private Revisions() {}

    /// What a revision that arrives makes of the proposal.
    public sealed interface Arrival {
        /// It is the present one now.
        record Taken(Life life) implements Arrival {}

        /// It waits, or was refused; the present one stays.
        record Kept(Life life) implements Arrival {}

        /// It is no news.
        record Ignored() implements Arrival {}
    }

    public static Arrival arrive(Optional<Life> present, ProposalMade next, Origin origin) {
        if (present.isEmpty()) {
            return new Arrival.Taken(Life.begin(next, hash(next), origin, List.of()));
        }
        Life life = present.get();
        Pending pending = life.pending();
        int newest =
                Math.max(
                        life.proposal().revision(),
                        pending == null ? 0 : pending.proposal().revision());
        if (next.revision() <= newest || !next.realmId().equals(life.proposal().realmId())) {
            return new Arrival.Ignored();
        }
        if (life.committed()) {
            return new Arrival.Kept(life.refused(next.revision()));
        }
        if (life.anyInFlight()) {
            return new Arrival.Kept(life.holding(new Pending(next, origin)));
        }
        return new Arrival.Taken(Life.begin(next, hash(next), origin, life.open()));
    }

    /// The waiting revision, once nothing is in flight any more.
    public static Optional<Life> promote(Life life) {
        Pending pending = life.pending();
        if (pending == null || life.anyInFlight()) {
            return Optional.empty();
        }
        return Optional.of(
                Life.begin(
                        pending.proposal(),
                        hash(pending.proposal()),
                        pending.origin(),
                        life.open()));
    }

    /// The preparer wants it no longer; ignored once money may have moved.
    public static Optional<Life> withdraw(Life life, ProposalWithdrawn withdrawn, Instant at) {
        if (withdrawn.revision() < life.proposal().revision() || life.end() != End.NONE) {
            return Optional.empty();
        }
        if (life.committed()) {
            return Optional.of(
                    life.refused(Math.max(withdrawn.revision(), life.proposal().revision() + 1)));
        }
        return Optional.of(close(life.ended(End.WITHDRAWN, withdrawn.reason()), "Withdrawn", at));
    }

    /// Whatever has not begun will not begin.
    static Life close(Life life, String message, Instant at) {
        return life.withEffects(state ->
                switch (state.status()) {
                    case RECORDED, AWAITING_APPROVAL ->
                            EffectStates.now(state, EffectState.Status.REJECTED, null, message, at);
                    case BLOCKED, RELEASED, DONE, FAILED, UNKNOWN, EXPIRED, REJECTED, REVERSED ->
                            state;
                });
    }

    private static String hash(ProposalMade proposal) {
        return CanonicalJson.sha256(proposal);
    }
}
