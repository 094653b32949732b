package io.tieout.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Time that passes as usual, but starts on the day the sample proposals are about.
@ApplicationScoped
class TestClock {
    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

    @Produces
    @Singleton
    @Alternative
    @Priority(1)
    Clock clock() {
        return Clock.offset(
                Clock.systemUTC(), Duration.between(Clock.systemUTC().instant(), START));
    }
}
