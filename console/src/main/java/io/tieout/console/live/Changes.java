package io.tieout.console.live;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.tieout.kit.store.Wake;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;

/// Carries the news that something changed from whichever copy of the console stored it to every
/// open page of every copy. Says when, never what: a page asks for what it shows.
@ApplicationScoped
public class Changes {
    private static final String CHANNEL = "console_changes";
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    /// Many changes in a row are one piece of news.
    private static final Duration GATHERING = Duration.ofMillis(300);

    private final BroadcastProcessor<Instant> news = BroadcastProcessor.create();
    private final Jdbi jdbi;
    private final Wake wake;
    private final Clock clock;
    private volatile Instant newest;
    private volatile boolean stopping;

    Changes(Jdbi jdbi, Wake wake, Clock clock) {
        this.jdbi = jdbi;
        this.wake = wake;
        this.clock = clock;
        this.newest = clock.instant();
    }

    /// To be called in the transaction that stores the change.
    @Transactional(Transactional.TxType.MANDATORY)
    public void announce() {
        jdbi.useHandle(handle ->
                handle.createQuery("SELECT pg_notify(:channel, '')")
                        .bind("channel", CHANNEL)
                        .mapTo(String.class)
                        .one());
    }

    /// The time of the last change, of each further one, and a heartbeat. Without the last one a
    /// page would not hear of what changed between its making and its opening of the stream.
    Multi<Instant> stream() {
        Multi<Instant> last = Multi.createFrom().item(() -> newest);
        return Multi.createBy().merging().streams(news.onOverflow().drop(), last);
    }

    void start(@Observes StartupEvent start) {
        Thread.ofPlatform().daemon().name("changes").start(this::loop);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private void loop() {
        try (Wake.Listener listener = wake.listen(CHANNEL)) {
            while (!stopping) {
                listener.await(HEARTBEAT);
                Thread.sleep(GATHERING);
                newest = clock.instant();
                news.onNext(newest);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
