package io.tieout.writeback;

import io.quarkus.test.Mock;
import io.tieout.writeback.intent.Intent;
import io.tieout.writeback.intent.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Dies at the chosen moment, a given number of times: whatever was not committed is lost.
@Mock
@ApplicationScoped
public class DeadlyMoments implements Moments {
    private volatile @Nullable Moment deadly;
    private final AtomicInteger deaths = new AtomicInteger();

    public void dieAt(Moment moment, int times) {
        deaths.set(times);
        deadly = moment;
    }

    public void live() {
        deadly = null;
        deaths.set(0);
    }

    public boolean isSurvived() {
        return deaths.get() == 0;
    }

    @Override
    public void reached(Moment moment, Intent intent) {
        if (moment == deadly && deaths.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            throw new IllegalStateException("Died at " + moment + ", says the test");
        }
    }
}
