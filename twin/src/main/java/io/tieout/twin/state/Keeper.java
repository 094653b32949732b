package io.tieout.twin.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private final Mailbox mailbox;
    private final AtomicBoolean due = new AtomicBoolean();

    Keeper(
            TwinConfig config,
            Samples samples,
            Books books,
            Workbook workbook,
            Webhooks webhooks,
            Grants grants,
            Mailbox mailbox) {
        this.config = config;
        this.samples = samples;
        this.books = books;
        this.workbook = workbook;
        this.webhooks = webhooks;
        this.grants = grants;
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
                            Thread.sleep(DELAY_MS);
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
            Files.write(next, Json.stateBytes(state()));
            Files.move(
                    next,
                    whole,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Each company and sheet is copied under its own monitor; together they need not be of one
    /// instant.
    private ObjectNode state() {
        var state = Json.object();
        var realms = state.putArray("realms");
        for (var realm : books.all()) {
            synchronized (realm) {
                realms.add(Json.stateTree(realm));
            }
        }
        var sheets = state.putArray("sheets");
        for (var sheet : workbook.sheets()) {
            synchronized (sheet) {
                sheets.add(Json.stateTree(sheet));
            }
        }
        state.set("people", Json.stateTree(workbook.people()));
        state.set("groups", Json.stateTree(workbook.groups()));
        state.put("lastId", workbook.ids().last());
        state.set("webhooks", Json.stateTree(webhooks.keep()));
        state.set("grants", Json.stateTree(grants.keep()));
        state.set("mails", Json.stateTree(mailbox.all()));
        return state;
    }

    private void restore(Path path) {
        try {
            var kept = Json.state(Files.readAllBytes(path), Snapshot.class);
            books.replace(kept.realms());
            workbook.replace(kept.sheets(), kept.people(), kept.groups());
            workbook.ids().continueAfter(kept.lastId());
            grants.restore(kept.grants());
            mailbox.restore(kept.mails());
            webhooks.restore(kept.webhooks());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the kept state " + path, e);
        }
    }
}
