package io.tieout.ingest.subscription;

import io.tieout.connectors.Secret;
import io.tieout.connectors.smartsheet.Webhook;
import io.tieout.ingest.hydration.SweepSheets;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Stores what became of a sheet's webhook.
@ApplicationScoped
class KeepHook {
    private final Lanes lanes;
    private final Hooks hooks;
    private final HookFindings findings;
    private final SweepSheets sweepSheets;
    private final Clock clock;

    KeepHook(
            Lanes lanes, Hooks hooks, HookFindings findings, SweepSheets sweepSheets, Clock clock) {
        this.lanes = lanes;
        this.hooks = hooks;
        this.findings = findings;
        this.sweepSheets = sweepSheets;
        this.clock = clock;
    }

    @Transactional
    Map<SheetId, Hook> known() {
        return hooks.active(Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(Hook::sheetId, Function.identity()));
    }

    /// Before it is enabled: the challenge asks whether the webhook is ours.
    @Transactional
    void adopted(Lane lane, SheetId sheet, Webhook webhook, Secret secret) {
        lanes.confirm(lane);
        hooks.put(sheet, webhook, secret, clock.instant());
    }

    /// @param wasOff what happened before it was alive was not told to anybody: look
    @Transactional
    void alive(Lane lane, SheetMapping mapping, Webhook webhook, boolean wasOff) {
        lanes.confirm(lane);
        hooks.status(webhook.id(), webhook.status());
        findings.up(mapping);
        if (wasOff) {
            sweepSheets.sweep(mapping.sheetId());
        }
    }

    /// An attempt to enable it failed.
    @Transactional
    void notEnabled(Lane lane, Webhook webhook) {
        lanes.confirm(lane);
        hooks.failed(webhook.id(), webhook.status(), clock.instant());
    }

    @Transactional
    void down(Lane lane, SheetMapping mapping, HookTrouble trouble, String said) {
        lanes.confirm(lane);
        findings.down(mapping, trouble, said);
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
