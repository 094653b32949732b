package io.tieout.twin.smartsheet.hook;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.ShutdownEvent;
import io.tieout.twin.json.Json;
import io.tieout.twin.settings.LiveSettings;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.Sheet;
import io.tieout.twin.smartsheet.sheet.SheetEvent;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.smartsheet.sheet.Workbook;
import io.tieout.twin.time.VendorTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// Every subscription: created disabled, enabled by handshake, told of changes one callback at a
/// time.
@ApplicationScoped
public class Webhooks {
    private final Map<Long, Webhook> hooks = new ConcurrentSkipListMap<>();
    private final Workbook workbook;
    private final LiveSettings settings;
    private final Clock clock;
    private final Callback callback = new Callback();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public Webhooks(Workbook workbook, LiveSettings settings, Clock clock) {
        this.workbook = workbook;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param app whether an app makes it rather than a person's own token
    public ObjectNode create(JsonNode body, Person caller, boolean app) {
        for (var field :
                List.of("name", "callbackUrl", "scope", "scopeObjectId", "events", "version")) {
            if (!Json.present(body, field)) {
                throw SmartsheetFault.bad(
                        1012,
                        "A required object attribute is missing from your request: " + field + ".");
            }
        }
        checkUrl(body.path("callbackUrl").asText());
        var sheetId = body.path("scopeObjectId").asLong();
        var sheet = workbook.sheet(sheetId);
        if (!body.path("scope").asText().equals("sheet") || sheet == null) {
            throw SmartsheetFault.bad(
                    1151,
                    "Scope '"
                            + body.path("scope").asText()
                            + "', object id "
                            + sheetId
                            + " was not found.");
        }
        if (!body.path("events").toString().equals("[\"*.*\"]")
                || body.path("version").asInt() != 1) {
            throw SmartsheetFault.bad(
                    1008, "Unable to parse request. The events are [\"*.*\"], the version is 1.");
        }
        var hook =
                new Webhook(
                        workbook.ids().next(),
                        sheetId,
                        caller.email(),
                        columns(sheet, body.path("subscope").path("columnIds")),
                        body.path("name").asText(),
                        body.path("callbackUrl").asText(),
                        secret(),
                        clock.instant());
        hook.app = app;
        hooks.put(hook.id, hook);
        return hook.render();
    }

    private static Set<Long> columns(Sheet sheet, JsonNode wanted) {
        Set<Long> columns = new HashSet<>();
        wanted.forEach(one -> columns.add(one.asLong()));
        synchronized (sheet) {
            if (columns.stream().anyMatch(id -> sheet.column(id) == null)) {
                throw new SmartsheetFault(404, 1293, "The subscope has invalid column ids.");
            }
        }
        return columns;
    }

    private void checkUrl(String url) {
        if (!url.startsWith("https://")
                && (settings.now().httpsCallbacksOnly() || !url.startsWith("http://"))) {
            throw SmartsheetFault.bad(
                    1152,
                    "Only URLs with a protocol of 'https' are supported for attribute 'callbackUrl'.");
        }
    }

    /// Changes what may change; enabling waits for the handshake.
    public ObjectNode update(long id, JsonNode body, Person caller) throws InterruptedException {
        var hook = owned(id, caller);
        for (var field : List.of("scope", "scopeObjectId", "subscope")) {
            if (body.has(field)) {
                throw SmartsheetFault.bad(
                        1032,
                        "The attribute(s) webhook."
                                + field
                                + " are not allowed for this operation.");
            }
        }
        synchronized (hook) {
            if (Json.present(body, "name")) {
                hook.name = body.path("name").asText();
            }
            if (Json.present(body, "callbackUrl")) {
                checkUrl(body.path("callbackUrl").asText());
                hook.callbackUrl = body.path("callbackUrl").asText();
            }
        }
        if (Json.present(body, "enabled")) {
            enable(hook, body.path("enabled").asBoolean());
        }
        return hook.render();
    }

    private void enable(Webhook hook, boolean wanted) throws InterruptedException {
        var refusal = refusal(hook.status);
        if (wanted && refusal != null) {
            throw refusal;
        }
        if (!wanted) {
            hook.status(Webhook.BY_OWNER, "Webhook disabled by its owner.", clock.instant());
        } else if (callback.challenge(hook, timeout())) {
            hook.status(Webhook.ENABLED, null, clock.instant());
        } else {
            hook.status(
                    Webhook.VERIFICATION_FAILED, "Webhook verification failed.", clock.instant());
        }
    }

    /// What only support or nobody can undo is refused; where only the vendor itself can, the
    /// status stays.
    private static @Nullable SmartsheetFault refusal(String status) {
        return switch (status) {
            case Webhook.APP_REVOKED ->
                    new SmartsheetFault(403, 1153, "The API client has been revoked.");
            case Webhook.ADMINISTRATIVE, Webhook.GRID_LIMITS ->
                    new SmartsheetFault(
                            403,
                            1154,
                            "This webhook has been disabled. Contact Smartsheet support to enable it.");
            case Webhook.SCOPE_INACCESSIBLE -> SmartsheetFault.forbidden();
            default -> null;
        };
    }

    /// Disables a webhook as the vendor does it, for whatever reason.
    public ObjectNode disable(long id, String status) {
        var hook = hooks.get(id);
        if (hook == null) {
            throw SmartsheetFault.notFound();
        }
        if (!Webhook.DISABLED.contains(status)) {
            throw SmartsheetFault.bad(1008, "There is no webhook status " + status + ".");
        }
        hook.status(status, "Webhook disabled: " + status + ".", clock.instant());
        return hook.render();
    }

    /// What an app made for this person ends with the app.
    public void appRevoked(String owner) {
        for (var hook : hooks.values()) {
            if (hook.app && hook.owner.equals(owner)) {
                hook.status(Webhook.APP_REVOKED, "The API client was revoked.", clock.instant());
            }
        }
    }

    /// All subscriptions, whoever owns them, with how many callbacks were delivered and retried.
    public ArrayNode all() {
        var all = Json.array();
        hooks.values()
                .forEach(hook ->
                        all.add(
                                hook.render()
                                        .put("delivered", hook.delivered)
                                        .put("retried", hook.retried)));
        return all;
    }

    /// A webhook lives as long as its owner may see the sheet; both ends are called back.
    public void accessChanged(long sheetId) {
        var sheet = workbook.sheet(sheetId);
        for (var hook : hooks.values()) {
            if (hook.sheetId != sheetId) {
                continue;
            }
            var sees = sheet != null && workbook.level(sheet, workbook.person(hook.owner)) != null;
            if (!sees && hook.enabled()) {
                hook.status(
                        Webhook.SCOPE_INACCESSIBLE,
                        "The webhook's owner lost access to the sheet.",
                        clock.instant());
                tellStatus(hook, Webhook.SCOPE_INACCESSIBLE);
            } else if (sees && hook.status.equals(Webhook.SCOPE_INACCESSIBLE)) {
                hook.status(Webhook.ENABLED, null, clock.instant());
                tellStatus(hook, Webhook.ENABLED);
            }
        }
    }

    private void tellStatus(Webhook hook, String status) {
        var body = Json.object();
        body.put("nonce", UUID.randomUUID().toString());
        body.put("timestamp", VendorTime.callback(clock.instant()));
        body.put("webhookId", hook.id);
        body.put("scope", "sheet");
        body.put("scopeObjectId", hook.sheetId);
        body.put("newWebhookStatus", status);
        var bytes = Json.bytes(body);
        threads.execute(() -> {
            try {
                callback.deliver(hook, bytes, timeout());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    public ObjectNode get(long id, Person caller) {
        return owned(id, caller).render();
    }

    /// The caller's hooks, newest first: those of the app when an app asks, else those that the
    /// person made by their own token.
    public ArrayNode list(Person caller, boolean app) {
        var all = Json.array();
        hooks.values().stream()
                .filter(hook -> hook.owner.equals(caller.email()) && hook.app == app)
                .sorted((a, b) -> Long.compare(b.id, a.id))
                .forEach(hook -> all.add(hook.render()));
        return all;
    }

    public void delete(long id, Person caller) {
        var hook = owned(id, caller);
        hooks.remove(id);
        hook.status(Webhook.BY_OWNER, null, clock.instant());
    }

    public String resetSecret(long id, Person caller) {
        var hook = owned(id, caller);
        synchronized (hook) {
            hook.sharedSecret = secret();
            return hook.sharedSecret;
        }
    }

    private Webhook owned(long id, Person caller) {
        var hook = hooks.get(id);
        if (hook == null || !hook.owner.equals(caller.email())) {
            throw SmartsheetFault.notFound();
        }
        return hook;
    }

    private static String secret() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private Duration timeout() {
        return Duration.ofMillis(settings.now().callbackTimeoutMs());
    }

    /// Queues what happened for every enabled hook of the sheet; what nobody listens to is lost.
    public void publish(long sheetId, List<SheetEvent> events) {
        if (!settings.now().webhooks() || events.isEmpty()) {
            return;
        }
        List<Webhook> told = new ArrayList<>();
        for (var hook : hooks.values()) {
            if (hook.sheetId == sheetId
                    && hook.enabled()
                    && told.stream().noneMatch(hook::twinOf)) {
                told.add(hook);
                synchronized (hook) {
                    events.stream().filter(hook::wants).forEach(hook.pending::add);
                }
                wake(hook);
            }
        }
    }

    private void wake(Webhook hook) {
        synchronized (hook) {
            if (hook.running || hook.pending.isEmpty()) {
                return;
            }
            hook.running = true;
        }
        threads.execute(() -> new Delivery(hook, callback, settings, clock).run());
    }

    /// Every subscription as it is, to be kept across restarts.
    public record Kept(List<Webhook> hooks) {}

    /// Writes what `Kept` reads, each subscription under its own monitor.
    public void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("hooks");
        for (var hook : hooks.values()) {
            synchronized (hook) {
                out.writeObject(hook);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    public void restore(@Nullable Kept kept) {
        hooks.values().forEach(hook -> hook.status(Webhook.BY_OWNER, null, clock.instant()));
        hooks.clear();
        if (kept != null) {
            kept.hooks()
                    .forEach(hook -> {
                        hooks.put(hook.id, hook);
                        wake(hook);
                    });
        }
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }
}
