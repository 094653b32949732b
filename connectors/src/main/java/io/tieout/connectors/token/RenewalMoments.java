package io.tieout.connectors.token;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;

/// The instants of a renewal at which dying is worst. Tests die there; nobody else listens.
interface RenewalMoments {
    /// An instant.
    enum Moment {
        LOCKED,
        ANSWERED,
        WRITTEN,
        COMMITTED
    }

    void reached(Moment moment);

    /// Lets every moment pass.
    @DefaultBean
    @ApplicationScoped
    class Quiet implements RenewalMoments {
        @Override
        public void reached(Moment moment) {}
    }
}
