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

    public ObjectNode create(JsonNode body, Person caller) {
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
        if (!wanted) {
            hook.status(Webhook.BY_OWNER, "Webhook disabled by its owner.", clock.instant());
        } else if (callback.challenge(hook, timeout())) {
            hook.status(Webhook.ENABLED, null, clock.instant());
        } else {
            hook.status(
                    Webhook.VERIFICATION_FAILED, "Webhook verification failed.", clock.instant());
        }
    }

    public ObjectNode get(long id, Person caller) {
        return owned(id, caller).render();
    }

    /// The caller's hooks, newest first.
    public ArrayNode list(Person caller) {
        var all = Json.array();
        hooks.values().stream()
                .filter(hook -> hook.owner.equals(caller.email()))
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
