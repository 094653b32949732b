package io.tieout.ingest.discovery;

import io.tieout.ingest.mapping.Drift;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.ingest.subscription.HookFindings;
import io.tieout.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Closes what is open about a sheet that is not followed any more: it was deleted, or taken out of
/// its workspace, and nobody need mend it.
@ApplicationScoped
class LetGo {
    private final Drift drift;
    private final HookFindings hookFindings;
    private final Events events;

    LetGo(Drift drift, HookFindings hookFindings, Events events) {
        this.drift = drift;
        this.hookFindings = hookFindings;
        this.events = events;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void handle(SheetMapping mapping) {
        drift.letGo(mapping, events.newCorrelation());
        hookFindings.letGo(mapping);
    }
}
