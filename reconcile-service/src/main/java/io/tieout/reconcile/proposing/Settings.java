package io.tieout.reconcile.proposing;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.matching.MatchSettings;
import jakarta.enterprise.context.ApplicationScoped;

/// What people decided about matching, as it is now.
@ApplicationScoped
class Settings {
    MatchSettings of(RealmId realm) {
        return MatchSettings.FIRST;
    }
}
