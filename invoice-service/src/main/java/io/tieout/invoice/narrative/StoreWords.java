package io.tieout.invoice.narrative;

import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/// The transactions around a call to the model.
@ApplicationScoped
class StoreWords {
    private static final String DRAFT_LANE = "draft";

    private final Narratives narratives;
    private final Lanes lanes;
    private final Clock clock;

    StoreWords(Narratives narratives, Lanes lanes, Clock clock) {
        this.narratives = narratives;
        this.lanes = lanes;
        this.clock = clock;
    }

    @Transactional
    Optional<Narratives.Asked> next(String key) {
        return narratives.next(key).filter(asked -> !asked.answered());
    }

    @Transactional
    void store(Lane lane, String groupKey, Words words) {
        narratives.store(lane.key(), words);
        lanes.wake(DRAFT_LANE, groupKey, clock.instant());
        lanes.confirm(lane);
    }
}
