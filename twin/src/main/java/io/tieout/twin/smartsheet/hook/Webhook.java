package io.tieout.twin.smartsheet.hook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.sheet.SheetEvent;
import io.tieout.twin.time.VendorTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A subscription to one sheet, with what is still to be told. Guarded by its own monitor.
final class Webhook {
    static final String NEW = "NEW_NOT_VERIFIED";
    static final String ENABLED = "ENABLED";
    static final String BY_OWNER = "DISABLED_BY_OWNER";
    static final String CALLBACK_FAILED = "DISABLED_CALLBACK_FAILED";
    static final String VERIFICATION_FAILED = "DISABLED_VERIFICATION_FAILED";
    static final String SCOPE_INACCESSIBLE = "DISABLED_SCOPE_INACCESSIBLE";
    static final String APP_REVOKED = "DISABLED_APP_REVOKED";
    static final String ADMINISTRATIVE = "DISABLED_ADMINISTRATIVE";
    static final String GRID_LIMITS = "DISABLED_EXCEEDED_GRID_LIMITS";
    static final Set<String> DISABLED =
            Set.of(
                    BY_OWNER,
                    CALLBACK_FAILED,
                    VERIFICATION_FAILED,
                    SCOPE_INACCESSIBLE,
                    APP_REVOKED,
                    ADMINISTRATIVE,
                    GRID_LIMITS);

    final long id;
    final long sheetId;
    final String owner;
    final Set<Long> columnIds;
    final Instant createdAt;
    boolean app;
    String name;
    String callbackUrl;
    String sharedSecret;
    String status = NEW;
    @Nullable String disabledDetails;
    Instant modifiedAt;
    long delivered;
    long retried;
    @Nullable Instant lastAttempt;
    int lastRetries;
    @Nullable Instant lastSuccess;
    final List<SheetEvent> pending = new ArrayList<>();
    transient boolean running;

    Webhook(
            long id,
            long sheetId,
            String owner,
            Set<Long> columnIds,
            String name,
            String callbackUrl,
            String sharedSecret,
            Instant now) {
        this.id = id;
        this.sheetId = sheetId;
        this.owner = owner;
        this.columnIds = Set.copyOf(columnIds);
        this.name = name;
        this.callbackUrl = callbackUrl;
        this.sharedSecret = sharedSecret;
        this.createdAt = now;
        this.modifiedAt = now;
    }

    @SuppressWarnings("unused") // read back from a snapshot
    private Webhook() {
        this(0, 0, "", Set.of(), "", "", "", Instant.EPOCH);
    }

    /// Takes the next events off the queue's head without removing them.
    synchronized List<SheetEvent> next(int max) {
        return List.copyOf(pending.subList(0, Math.min(max, pending.size())));
    }

    synchronized boolean enabled() {
        return status.equals(ENABLED);
    }

    synchronized void status(String newStatus, @Nullable String details, Instant now) {
        status = newStatus;
        disabledDetails = details;
        modifiedAt = now;
        if (!newStatus.equals(ENABLED)) {
            pending.clear();
        }
    }

    /// A subscope lets cells of its columns through, and deleted rows always.
    boolean wants(SheetEvent event) {
        if (columnIds.isEmpty()) {
            return true;
        }
        return switch (event.objectType()) {
            case "cell" -> event.columnId() != null && columnIds.contains(event.columnId());
            case "row" -> event.eventType().equals("deleted");
            case "column" -> event.id() != null && columnIds.contains(event.id());
            default -> false;
        };
    }

    boolean twinOf(Webhook other) {
        return sheetId == other.sheetId
                && owner.equals(other.owner)
                && callbackUrl.equals(other.callbackUrl)
                && columnIds.equals(other.columnIds);
    }

    /// In lists the events are always shown as all of them.
    synchronized ObjectNode render() {
        var one = Json.object();
        one.put("id", id);
        one.put("name", name);
        one.put("apiClientId", "twin");
        one.put("apiClientName", "Twin");
        one.put("scope", "sheet");
        one.put("scopeObjectId", sheetId);
        if (!columnIds.isEmpty()) {
            one.putObject("subscope").set("columnIds", Json.tree(columnIds));
        }
        one.putArray("events").add("*.*");
        one.put("callbackUrl", callbackUrl);
        one.put("sharedSecret", sharedSecret);
        one.put("enabled", status.equals(ENABLED));
        one.put("status", status);
        if (disabledDetails != null) {
            one.put("disabledDetails", disabledDetails);
        }
        one.put("version", 1);
        one.put("createdAt", VendorTime.smartsheet(createdAt));
        one.put("modifiedAt", VendorTime.smartsheet(modifiedAt));
        if (lastAttempt != null) {
            var stats = one.putObject("stats");
            stats.put("lastCallbackAttempt", VendorTime.smartsheet(lastAttempt));
            stats.put("lastCallbackAttemptRetryCount", lastRetries);
            if (lastSuccess != null) {
                stats.put("lastSuccessfulCallback", VendorTime.smartsheet(lastSuccess));
            }
        }
        return one;
    }
}
