package io.tieout.twin.http;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.awaitility.Awaitility;

/// How long these tests wait: as long as it may take where many others work beside them.
@ApplicationScoped
class Patience {
    private static final Duration MOST = Duration.ofSeconds(60);

    void start(@Observes StartupEvent start) {
        Awaitility.setDefaultTimeout(MOST);
    }
}
