package io.tieout.reconcile.proposing;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.aliases.Aliases;
import io.tieout.reconcile.matching.MatchSettings;
import io.tieout.reconcile.rules.RuleBook;
import io.tieout.reconcile.separations.SeparationStore;
import jakarta.enterprise.context.ApplicationScoped;

/// What people decided about matching, as it is now.
@ApplicationScoped
public class Settings {
    private final RuleBook rules;
    private final Aliases aliases;
    private final SeparationStore separations;

    Settings(RuleBook rules, Aliases aliases, SeparationStore separations) {
        this.rules = rules;
        this.aliases = aliases;
        this.separations = separations;
    }

    public MatchSettings of(RealmId realm) {
        return new MatchSettings(rules.current(realm), aliases.of(realm), separations.of(realm));
    }
}
