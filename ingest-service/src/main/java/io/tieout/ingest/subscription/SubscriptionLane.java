package io.tieout.ingest.subscription;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.connectors.Secret;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
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
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Sees to it that the sheet has one webhook and that it is alive: takes up one that is there,
/// creates one if none is, enables it, and looks again from time to time.
@ApplicationScoped
class SubscriptionLane implements LaneWork {
    private static final Logger LOG = Logger.getLogger(SubscriptionLane.class);
    private static final int NAME_LENGTH_MAX = 50;

    private final Smartsheet smartsheet;
    private final Mappings mappings;
    private final KeepHook keepHook;
    private final IngestConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    SubscriptionLane(
            Smartsheet smartsheet,
            Mappings mappings,
            KeepHook keepHook,
            IngestConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.smartsheet = smartsheet;
        this.mappings = mappings;
        this.keepHook = keepHook;
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
        Optional<SheetMapping> mapping = mappings.find(new SheetId(lane.key()));
        if (mapping.isEmpty()) {
            return LaneResult.idle();
        }
        try {
            boolean alive = check(lane, mapping.get());
            return LaneResult.again(
                    clock.instant()
                            .plus(
                                    alive
                                            ? config.subscription().checkInterval()
                                            : config.subscription().retryDelay()));
        } catch (VendorException e) {
            return VendorPause.of(e, clock.instant());
        }
    }

    private boolean check(Lane lane, SheetMapping mapping) {
        SheetId sheet = mapping.sheetId();
        Optional<Hook> ours = keepHook.of(sheet);
        if (ours.isEmpty()) {
            return adopt(lane, mapping);
        }
        Webhook webhook;
        try {
            webhook = smartsheet.webhook(ours.get().id());
        } catch (VendorException e) {
            if (e.fault() instanceof VendorFault.NotFound) {
                keepHook.lost(lane, sheet);
                return false;
            }
            throw e;
        }
        if (!webhook.callbackUrl().equals(config.callback().url())) {
            // Where we are reached has changed; the old one would call nobody.
            smartsheet.deleteWebhook(webhook.id());
            keepHook.lost(lane, sheet);
            return false;
        }
        return revive(lane, sheet, webhook, ours.get().status());
    }

    private boolean revive(Lane lane, SheetId sheet, Webhook webhook, String statusBefore) {
        return switch (HookHealth.of(webhook)) {
            case ALIVE -> {
                if (!webhook.status().equals(statusBefore)) {
                    keepHook.enabled(lane, sheet, webhook);
                }
                yield true;
            }
            case ENABLE -> enable(lane, sheet, webhook);
            case WAIT -> {
                LOG.warnf(
                        "A webhook cannot be enabled: sheet=%s status=%s detail=%s",
                        sheet, webhook.status(), webhook.disabledDetails());
                count("waiting");
                keepHook.status(lane, webhook);
                yield true;
            }
        };
    }

    /// Of several that call the same address for the same sheet only the oldest fires: that one is
    /// taken up.
    private boolean adopt(Lane lane, SheetMapping mapping) {
        SheetId sheet = mapping.sheetId();
        List<Webhook> present =
                smartsheet.webhooks().stream()
                        .filter(webhook -> "sheet".equalsIgnoreCase(webhook.scope()))
                        .filter(webhook -> webhook.scopeObjectId().equals(sheet.value()))
                        .filter(webhook -> webhook.callbackUrl().equals(config.callback().url()))
                        .toList();
        Webhook webhook =
                present.isEmpty() ? create(mapping) : smartsheet.webhook(present.getLast().id());
        Secret secret = webhook.sharedSecret();
        if (secret == null) {
            webhook = smartsheet.webhook(webhook.id());
            secret = webhook.sharedSecret();
        }
        if (secret == null) {
            throw new IllegalStateException(
                    "Smartsheet gave no secret for webhook " + webhook.id());
        }
        keepHook.adopted(lane, sheet, webhook, secret);
        return revive(lane, sheet, webhook, "adopted");
    }

    private Webhook create(SheetMapping mapping) {
        String name = "Tieout: " + mapping.name();
        count("created");
        return smartsheet.createWebhook(
                name.length() <= NAME_LENGTH_MAX ? name : name.substring(0, NAME_LENGTH_MAX),
                config.callback().url(),
                mapping.sheetId(),
                List.of());
    }

    private boolean enable(Lane lane, SheetId sheet, Webhook webhook) {
        Webhook after = smartsheet.enableWebhook(webhook.id(), true);
        if (HookHealth.of(after) != HookHealth.ALIVE) {
            LOG.warnf(
                    "A webhook did not come alive and is tried again: sheet=%s status=%s detail=%s",
                    sheet, after.status(), after.disabledDetails());
            count("failed");
            keepHook.status(lane, after);
            return false;
        }
        count("enabled");
        keepHook.enabled(lane, sheet, after);
        return true;
    }

    private void count(String outcome) {
        meters.counter("webhooks.kept", "outcome", outcome).increment();
    }
}
