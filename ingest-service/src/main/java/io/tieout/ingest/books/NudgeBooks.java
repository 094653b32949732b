package io.tieout.ingest.books;

import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Has a company's books looked at soon; what is told about them is a nudge, never the truth.
/// Hearing the same twice changes nothing.
@ApplicationScoped
public class NudgeBooks {
    private static final String STALE = "reference-stale";

    private final BookStates states;
    private final BookWishes wishes;
    private final Lanes lanes;
    private final IngestConfig.Books config;
    private final Clock clock;

    NudgeBooks(
            BookStates states, BookWishes wishes, Lanes lanes, IngestConfig config, Clock clock) {
        this.states = states;
        this.wishes = wishes;
        this.lanes = lanes;
        this.config = config.books();
        this.clock = clock;
    }

    /// Something that somebody says of an entity.
    ///
    /// @param id absent when it is not known which
    /// @param merged whether it is said to have been merged into another
    public record Hint(EntityType type, @Nullable EntityId id, boolean gone, boolean merged) {}

    /// Nothing happens for a company whose books are not followed.
    @Transactional
    public void nudge(RealmId realm, List<Hint> hints) {
        if (!states.isFollowed(realm)) {
            return;
        }
        Instant now = clock.instant();
        states.notified(realm, now);
        hints.forEach(hint -> note(realm, hint));
        lanes.wake(LaneKinds.REALM, realm.value(), now.plus(config.nudgeWindow()));
    }

    /// A proposal referred to something that the books no longer have: they are ahead of what we
    /// know of them.
    @Transactional
    public void state(ProposalState state) {
        boolean stale =
                state.status() == ProposalState.Status.FAILED
                        && state.effects().stream()
                                .anyMatch(effect -> STALE.equals(effect.errorCode()));
        RealmId realm = state.proposal().realmId();
        if (stale && states.isFollowed(realm)) {
            lanes.wake(LaneKinds.REALM, realm.value(), clock.instant());
        }
    }

    /// A merge changes documents that nothing else tells of: only a sweep finds them.
    private void note(RealmId realm, Hint hint) {
        if (hint.merged()) {
            states.wantSweep(realm);
        }
        EntityId id = hint.id();
        if (hint.gone() && id != null && (hint.merged() || !BookTypes.isCaptured(hint.type()))) {
            wishes.doubt(realm, hint.type(), id, hint.merged());
        } else if (!hint.gone() && !BookTypes.isCaptured(hint.type())) {
            wishes.want(realm, hint.type());
        }
    }
}
