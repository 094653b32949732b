package io.tieout.kit.test;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.awaitility.Awaitility;

/// How long tests of one service wait unless they say otherwise: as long as it may take where many
/// others work beside them. What comes at once is not waited for any longer.
@ApplicationScoped
class Patience {
    private static final Duration MOST = Duration.ofSeconds(60);

    void start(@Observes StartupEvent start) {
        Awaitility.setDefaultTimeout(MOST);
        // What is looked at may not be there yet.
        Awaitility.ignoreExceptionByDefault(NoSuchElementException.class);
    }
}
