package io.tieout.reconcile.facts;

import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.ReconcileConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/// Asks for what changed to be compared again, soon.
@ApplicationScoped
public class ComparisonDue {
    /// The kind of lanes that compare; their key is the realm.
    public static final String LANE = "comparison";

    /// The kind of lanes that act on what was said anew; their key is the realm.
    public static final String EFFECTS_LANE = "reconciliation-effects";

    /// The kind of lanes that word what was said anew; their key is the realm.
    public static final String EXPLANATION_LANE = "explanation";

    private final Changes changes;
    private final Lanes lanes;
    private final ReconcileConfig config;
    private final Clock clock;

    ComparisonDue(Changes changes, Lanes lanes, ReconcileConfig config, Clock clock) {
        this.changes = changes;
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void ofRow(RealmId realm, RowRef row) {
        add(realm, new Change.OfRow(row));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void ofDocument(RealmId realm, EntityType type, EntityId id) {
        add(realm, new Change.OfDocument(type, id));
    }

    /// Something changed by which everything is compared: rules, names, what is apart.
    @Transactional(Transactional.TxType.MANDATORY)
    public void inFull(RealmId realm) {
        add(realm, new Change.OfAll());
    }

    private void add(RealmId realm, Change change) {
        changes.add(realm, change);
        lanes.wake(LANE, realm.value(), clock.instant().plus(config.linger()));
    }
}
