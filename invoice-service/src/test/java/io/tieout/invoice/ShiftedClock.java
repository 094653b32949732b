package io.tieout.invoice;

import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The real time, moved on by the test.
@Mock
@Singleton
public class ShiftedClock extends Clock {
    private volatile Duration shift = Duration.ZERO;

    public void moveTo(Instant moment) {
        shift = Duration.between(Instant.now(), moment);
    }

    public void reset() {
        shift = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(shift);
    }
}
