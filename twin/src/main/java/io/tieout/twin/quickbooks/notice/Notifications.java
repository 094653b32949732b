package io.tieout.twin.quickbooks.notice;

import io.tieout.twin.TwinConfig;
import io.tieout.twin.settings.LiveSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells the subscriber what changed, in order; what is not acknowledged is tried again and holds
/// up everything that comes later.
@ApplicationScoped
public class Notifications {
    private static final int EVENTS_MAX = 100;
    private static final int KEPT_MAX = 100_000;

    /// Ten, twenty and thirty seconds, five and twenty minutes, two, four and six hours, then every
    /// six hours.
    private static final long[] PAUSES_S = {10, 20, 30, 300, 1_200, 7_200, 14_400, 21_600};

    /// What the vendor sends no notifications of.
    private static final Set<String> SILENT =
            Set.of("TaxCode", "TaxRate", "CompanyInfo", "Attachable");

    private final @Nullable Endpoint endpoint;
    private final LiveSettings live;
    private final Deque<BookEvent> waiting = new ArrayDeque<>();
    private NoticeSettings settings = NoticeSettings.start();
    private boolean running;
    private long delivered;
    private long attempts;

    @Inject
    Notifications(TwinConfig config, LiveSettings live) {
        this(
                config.notifications()
                        .url()
                        .map(url -> new Endpoint(url, config.notifications().verifierToken()))
                        .orElse(null),
                live);
    }

    Notifications(@Nullable Endpoint endpoint, LiveSettings live) {
        this.endpoint = endpoint;
        this.live = live;
    }

    /// How it goes.
    public record Tally(NoticeSettings settings, long delivered, long attempts, int waiting) {}

    public synchronized Tally tally() {
        return new Tally(settings, delivered, attempts, waiting.size());
    }

    public synchronized void change(NoticeSettings.Patch patch) {
        settings = patch.on(settings);
    }

    public synchronized void reset() {
        settings = NoticeSettings.start();
        waiting.clear();
    }

    /// Returns at once; the caller may hold a realm's monitor.
    public synchronized void tell(BookEvent event) {
        if (endpoint == null
                || !settings.enabled()
                || !live.now().webhooks()
                || SILENT.contains(event.entity())
                || waiting.size() >= KEPT_MAX) {
            return;
        }
        waiting.addLast(event);
        if (!running) {
            running = true;
            Thread.ofVirtual().start(() -> deliverAll(endpoint));
        }
    }

    private void deliverAll(Endpoint to) {
        try {
            while (true) {
                Thread.sleep(delayMs());
                var next = next();
                if (next.isEmpty()) {
                    return;
                }
                deliver(to, next);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized long delayMs() {
        return settings.delayMs();
    }

    private synchronized List<BookEvent> next() {
        List<BookEvent> next = new ArrayList<>();
        while (next.size() < EVENTS_MAX && !waiting.isEmpty()) {
            next.add(waiting.removeFirst());
        }
        if (next.isEmpty()) {
            running = false;
        }
        return next;
    }

    private void deliver(Endpoint to, List<BookEvent> events) throws InterruptedException {
        NoticeSettings now;
        synchronized (this) {
            now = settings;
        }
        var body = NoticeBody.of(events, now.form());
        for (int copy = 0; copy < now.copies(); copy++) {
            for (int failures = 0; !acknowledged(to, body, now.form()); failures++) {
                Thread.sleep(pauseMs(failures));
            }
        }
        synchronized (this) {
            delivered += events.size();
        }
    }

    private boolean acknowledged(Endpoint to, byte[] body, NoticeSettings.Form form)
            throws InterruptedException {
        synchronized (this) {
            attempts++;
        }
        return to.acknowledges(body, form);
    }

    private long pauseMs(int failures) {
        var full = PAUSES_S[Math.min(failures, PAUSES_S.length - 1)] * 1_000;
        return Math.max(10, (long) (full * live.now().retryScale()));
    }
}
