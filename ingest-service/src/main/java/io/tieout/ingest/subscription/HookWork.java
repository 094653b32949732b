package io.tieout.ingest.subscription;

import io.tieout.connectors.Secret;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.connectors.smartsheet.Webhook;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.lane.Lane;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Does at Smartsheet what was decided about webhooks. Each method says when to look again.
@ApplicationScoped
class HookWork {
    private static final Logger LOG = Logger.getLogger(HookWork.class);
    private static final int NAME_LENGTH_MAX = 50;
    private static final String ENABLED = "ENABLED";

    private final Smartsheet smartsheet;
    private final KeepHook keepHook;
    private final IngestConfig config;
    private final Clock clock;

    HookWork(Smartsheet smartsheet, KeepHook keepHook, IngestConfig config, Clock clock) {
        this.smartsheet = smartsheet;
        this.keepHook = keepHook;
        this.config = config;
        this.clock = clock;
    }

    /// Deletes what would call us for sheets that are not ours any more, and what we made for an
    /// address that is not ours any more.
    void removeOthers(
            Lane lane,
            List<Webhook> all,
            Map<SheetId, Hook> known,
            Collection<SheetMapping> wanted) {
        Set<String> sheets =
                wanted.stream()
                        .map(mapping -> mapping.sheetId().value())
                        .collect(Collectors.toSet());
        Set<WebhookId> ours = known.values().stream().map(Hook::id).collect(Collectors.toSet());
        for (Webhook webhook : all) {
            boolean callsUs = webhook.callbackUrl().equals(config.callback().url());
            boolean needless = callsUs && !sheets.contains(webhook.scopeObjectId());
            if (needless || (!callsUs && ours.contains(webhook.id()))) {
                delete(webhook.id());
                LOG.infof("Webhook removed: sheet=%s", webhook.scopeObjectId());
            }
        }
        known.keySet().stream()
                .filter(sheet -> !sheets.contains(sheet.value()))
                .forEach(sheet -> keepHook.lost(lane, sheet));
    }

    Instant carryOut(Lane lane, SheetMapping mapping, HookCare care, HookCare.Patience patience) {
        Instant later = clock.instant().plus(patience.checkInterval());
        return switch (care) {
            case HookCare.Alive(Webhook webhook, boolean wasOff) -> {
                keepHook.alive(lane, mapping, webhook, wasOff);
                yield later;
            }
            case HookCare.Create() -> create(lane, mapping, HookTrouble.REFUSED, patience);
            case HookCare.Adopt(Webhook webhook) -> adopt(lane, mapping, webhook, patience);
            case HookCare.Enable(Webhook webhook) -> enable(lane, mapping, webhook, patience);
            case HookCare.Replace(Webhook webhook, HookTrouble trouble) -> {
                delete(webhook.id());
                keepHook.lost(lane, mapping.sheetId());
                yield create(lane, mapping, trouble, patience);
            }
            case HookCare.Wait(Webhook webhook, HookTrouble trouble, Instant until) -> {
                if (trouble != null) {
                    keepHook.down(lane, mapping, trouble, said(webhook));
                }
                keepHook.status(lane, webhook);
                yield until;
            }
        };
    }

    private Instant create(
            Lane lane, SheetMapping mapping, HookTrouble trouble, HookCare.Patience patience) {
        String name = "Tieout: " + mapping.name();
        try {
            return adopt(
                    lane,
                    mapping,
                    smartsheet.createWebhook(
                            name.length() <= NAME_LENGTH_MAX
                                    ? name
                                    : name.substring(0, NAME_LENGTH_MAX),
                            config.callback().url(),
                            mapping.sheetId(),
                            List.of()),
                    patience);
        } catch (VendorException e) {
            return refused(lane, mapping, trouble, e, patience);
        }
    }

    private Instant adopt(
            Lane lane, SheetMapping mapping, Webhook found, HookCare.Patience patience) {
        Webhook webhook = found.sharedSecret() == null ? smartsheet.webhook(found.id()) : found;
        Secret secret = webhook.sharedSecret();
        if (secret == null) {
            throw new IllegalStateException(
                    "Smartsheet gave no secret for webhook " + webhook.id());
        }
        keepHook.adopted(lane, mapping.sheetId(), webhook, secret);
        if (webhook.status().equals(ENABLED)) {
            keepHook.alive(lane, mapping, webhook, true);
            return clock.instant().plus(patience.checkInterval());
        }
        return enable(lane, mapping, webhook, patience);
    }

    private Instant enable(
            Lane lane, SheetMapping mapping, Webhook webhook, HookCare.Patience patience) {
        Webhook after;
        try {
            after = smartsheet.enableWebhook(webhook.id(), true);
        } catch (VendorException e) {
            return refused(lane, mapping, HookTrouble.REFUSED, e, patience);
        }
        if (after.status().equals(ENABLED)) {
            keepHook.alive(lane, mapping, after, true);
            return clock.instant().plus(patience.checkInterval());
        }
        LOG.warnf(
                "A webhook did not come alive and is tried again: sheet=%s status=%s detail=%s",
                mapping.sheetId(), after.status(), after.disabledDetails());
        keepHook.notEnabled(lane, after);
        return clock.instant().plus(patience.firstDelay());
    }

    /// What the vendor will not do however often it is asked, people must hear of.
    private Instant refused(
            Lane lane,
            SheetMapping mapping,
            HookTrouble trouble,
            VendorException failure,
            HookCare.Patience patience) {
        VendorFault fault = failure.fault();
        boolean absent = fault instanceof VendorFault.NotFound;
        if (!absent && !(fault instanceof VendorFault.Refused)) {
            throw failure;
        }
        String said = fault.trace().message() + " (" + fault.trace().code() + ")";
        keepHook.down(lane, mapping, absent ? HookTrouble.NOT_SHARED : trouble, said);
        return clock.instant().plus(patience.checkInterval());
    }

    private void delete(WebhookId webhook) {
        try {
            smartsheet.deleteWebhook(webhook);
        } catch (VendorException e) {
            if (!(e.fault() instanceof VendorFault.NotFound)) {
                throw e;
            }
        }
    }

    private static String said(Webhook webhook) {
        return webhook.disabledDetails() == null
                ? webhook.status()
                : webhook.status() + ", " + webhook.disabledDetails();
    }
}
