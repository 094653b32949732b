package io.tieout.ingest.subscription;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.connectors.smartsheet.Webhook;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.LaneKinds;
import io.tieout.ingest.VendorPause;
import io.tieout.ingest.mapping.Mappings;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Sees to it that each mapped sheet has one webhook that is alive, and that none of ours tells of
/// another sheet: one call lists them all, and only those that need something cost more.
@ApplicationScoped
class SubscriptionLane implements LaneWork {
    private final Smartsheet smartsheet;
    private final Mappings mappings;
    private final KeepHook keepHook;
    private final HookWork work;
    private final IngestConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    SubscriptionLane(
            Smartsheet smartsheet,
            Mappings mappings,
            KeepHook keepHook,
            HookWork work,
            IngestConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.smartsheet = smartsheet;
        this.mappings = mappings;
        this.keepHook = keepHook;
        this.work = work;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public String kind() {
        return LaneKinds.SUBSCRIPTION;
    }

    @Override
    public LaneResult run(Lane lane) {
        try {
            return LaneResult.again(check(lane));
        } catch (VendorException e) {
            return VendorPause.of(e, clock.instant());
        }
    }

    /// When to look again.
    private Instant check(Lane lane) {
        List<Webhook> all = smartsheet.webhooks();
        Map<SheetId, List<Webhook>> present =
                all.stream()
                        .filter(webhook -> "sheet".equalsIgnoreCase(webhook.scope()))
                        .filter(webhook -> webhook.callbackUrl().equals(config.callback().url()))
                        .collect(
                                Collectors.groupingBy(
                                        webhook -> new SheetId(webhook.scopeObjectId())));
        Map<SheetId, Hook> known = keepHook.known();
        List<SheetMapping> wanted = config.subscription().enabled() ? mappings.all() : List.of();
        work.removeOthers(lane, all, known, wanted);
        HookCare.Patience patience =
                new HookCare.Patience(
                        config.subscription().retryDelay(),
                        config.subscription().checkInterval(),
                        config.subscription().alarmAfter());
        Instant next = clock.instant().plus(patience.checkInterval());
        for (SheetMapping mapping : wanted) {
            SheetId sheet = mapping.sheetId();
            HookCare care =
                    HookCare.decide(
                            present.getOrDefault(sheet, List.of()),
                            Optional.ofNullable(known.get(sheet)),
                            patience,
                            clock.instant());
            meters.counter("webhooks.kept", "outcome", care.word()).increment();
            Instant again = work.carryOut(lane, mapping, care, patience);
            next = again.isBefore(next) ? again : next;
        }
        return next;
    }
}
