package io.tieout.twin.state;

import com.fasterxml.jackson.core.JsonGenerator;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.tieout.twin.TwinConfig;
import io.tieout.twin.json.Json;
import io.tieout.twin.live.Changes;
import io.tieout.twin.mail.Mailbox;
import io.tieout.twin.oauth.Grants;
import io.tieout.twin.quickbooks.Books;
import io.tieout.twin.sample.Samples;
import io.tieout.twin.smartsheet.hook.Webhooks;
import io.tieout.twin.smartsheet.sheet.Workbook;
import io.tieout.twin.smartsheet.token.AppTokens;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Starts from what was kept or from the sample, and keeps the state half a second after a change
/// and at the end.
@ApplicationScoped
class Keeper {
    private static final Logger LOG = Logger.getLogger(Keeper.class);
    private static final long DELAY_MS = 500;

    private final TwinConfig config;
    private final Samples samples;
    private final Books books;
    private final Workbook workbook;
    private final Webhooks webhooks;
    private final Grants grants;
    private final AppTokens appTokens;
    private final Mailbox mailbox;
    private final AtomicBoolean due = new AtomicBoolean();
    private volatile long lastTookMs;

    Keeper(
            TwinConfig config,
            Samples samples,
            Books books,
            Workbook workbook,
            Webhooks webhooks,
            Grants grants,
            AppTokens appTokens,
            Mailbox mailbox) {
        this.config = config;
        this.samples = samples;
        this.books = books;
        this.workbook = workbook;
        this.webhooks = webhooks;
        this.grants = grants;
        this.appTokens = appTokens;
        this.mailbox = mailbox;
    }

    void start(@Observes @Priority(1) StartupEvent event, Changes changes) {
        var path = config.state().orElse(null);
        if (path != null && Files.exists(path)) {
            restore(path);
        } else {
            samples.load(config.sample());
        }
        if (path != null) {
            changes.listen(topic -> {
                if (!topic.equals("calls")) {
                    schedule(path);
                }
            });
        }
    }

    void stop(@Observes ShutdownEvent event) {
        config.state().ifPresent(this::save);
    }

    private void schedule(Path path) {
        if (due.compareAndSet(false, true)) {
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            Thread.sleep(Math.max(DELAY_MS, 10 * lastTookMs));
                            due.set(false);
                            save(path);
                        } catch (InterruptedException _) {
                            Thread.currentThread().interrupt();
                        } catch (UncheckedIOException e) {
                            LOG.warnf("cannot keep the state: %s", e.getMessage());
                        }
                    });
        }
    }

    private synchronized void save(Path path) {
        try {
            var whole = path.toAbsolutePath();
            Files.createDirectories(whole.getParent());
            var next = whole.resolveSibling(whole.getFileName() + ".next");
            var start = System.nanoTime();
            try (var out = Json.stateWriter(Files.newOutputStream(next))) {
                write(out);
            }
            lastTookMs = (System.nanoTime() - start) / 1_000_000;
            Files.move(
                    next,
                    whole,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each company and sheet is written under its own monitor; together they need not be of one
    /// instant.
    private void write(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("realms");
        for (var realm : books.all()) {
            synchronized (realm) {
                out.writeObject(realm);
            }
        }
        out.writeEndArray();
        out.writeArrayFieldStart("sheets");
        for (var sheet : workbook.sheets()) {
            synchronized (sheet) {
                out.writeObject(sheet);
            }
        }
        out.writeEndArray();
        out.writeObjectField("people", workbook.people());
        out.writeObjectField("groups", workbook.groups());
        out.writeObjectField("workspaces", workbook.workspaces());
        out.writeObjectField("folders", workbook.folders());
        out.writeNumberField("lastId", workbook.ids().last());
        out.writeFieldName("webhooks");
        webhooks.write(out);
        out.writeObjectField("grants", grants.keep());
        out.writeObjectField("appTokens", appTokens.keep());
        out.writeObjectField("mails", mailbox.all());
        out.writeEndObject();
    }

    private void restore(Path path) {
        try {
            var kept = Json.state(Files.readAllBytes(path), Snapshot.class);
            books.replace(kept.realms());
            workbook.replace(kept.sheets(), kept.people(), kept.groups());
            workbook.replaceWorkspaces(
                    Objects.requireNonNullElse(kept.workspaces(), List.of()),
                    Objects.requireNonNullElse(kept.folders(), List.of()));
            workbook.ids().continueAfter(kept.lastId());
            grants.restore(kept.grants());
            appTokens.restore(kept.appTokens());
            mailbox.restore(kept.mails());
            webhooks.restore(kept.webhooks());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the kept state " + path, e);
        }
    }
}
