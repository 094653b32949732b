package io.tieout.ingest.subscription;

import io.tieout.connectors.Secret;
import io.tieout.connectors.smartsheet.Webhook;
import io.tieout.ingest.hydration.SweepSheets;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/// Stores what became of a sheet's webhook.
@ApplicationScoped
class KeepHook {
    private final Lanes lanes;
    private final Hooks hooks;
    private final SweepSheets sweepSheets;
    private final Clock clock;

    KeepHook(Lanes lanes, Hooks hooks, SweepSheets sweepSheets, Clock clock) {
        this.lanes = lanes;
        this.hooks = hooks;
        this.sweepSheets = sweepSheets;
        this.clock = clock;
    }

    @Transactional
    Optional<Hook> of(SheetId sheet) {
        return hooks.of(sheet);
    }

    /// Before it is enabled: the challenge asks whether the webhook is ours.
    @Transactional
    void adopted(Lane lane, SheetId sheet, Webhook webhook, Secret secret) {
        lanes.confirm(lane);
        hooks.put(sheet, webhook, secret, clock.instant());
    }

    /// What happened before it was alive was not told to anybody: look.
    @Transactional
    void enabled(Lane lane, SheetId sheet, Webhook webhook) {
        lanes.confirm(lane);
        hooks.status(webhook.id(), webhook.status());
        sweepSheets.sweep(sheet);
    }

    @Transactional
    void status(Lane lane, Webhook webhook) {
        lanes.confirm(lane);
        hooks.status(webhook.id(), webhook.status());
    }

    @Transactional
    void lost(Lane lane, SheetId sheet) {
        lanes.confirm(lane);
        hooks.retire(sheet);
    }
}
