package io.tieout.writeback.intent;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/// The instants of an intent's life at which dying is worst. Tests die there; nobody else listens.
public interface Moments {
    /// An instant.
    enum Moment {
        INTENT_COMMITTED,
        ANSWERED,
        BEFORE_OUTCOME_COMMIT,
        OUTCOME_COMMITTED
    }

    void reached(Moment moment, Intent intent);

    /// Lets every moment pass.
    @DefaultBean
    @ApplicationScoped
    class Quiet implements Moments {
        @Override
        public void reached(Moment moment, Intent intent) {}
    }
}
