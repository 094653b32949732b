package io.tieout.reconcile.facts;

import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.ReconcileConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Asks for the books of a realm to be compared again, soon.
@ApplicationScoped
public class ComparisonDue {
    /// The kind of lanes that compare; their key is the realm.
    public static final String LANE = "comparison";

    /// The kind of lanes that act on what was said anew; their key is the realm.
    public static final String EFFECTS_LANE = "reconciliation-effects";

    private final Lanes lanes;
    private final ReconcileConfig config;
    private final Clock clock;

    ComparisonDue(Lanes lanes, ReconcileConfig config, Clock clock) {
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void in(RealmId realm) {
        lanes.wake(LANE, realm.value(), clock.instant().plus(config.linger()));
    }
}
