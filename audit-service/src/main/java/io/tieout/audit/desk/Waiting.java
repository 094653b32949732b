package io.tieout.audit.desk;

import io.tieout.audit.AuditConfig;
import io.tieout.audit.proposal.Life;
import io.tieout.kit.lane.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Proposals that wait for facts on their way to audit, and when to look again: soon at first,
/// seldom later.
@ApplicationScoped
class Waiting {
    static final String KIND = "recheck";

    private final Lanes lanes;
    private final AuditConfig config;
    private final Clock clock;

    Waiting(Lanes lanes, AuditConfig config, Clock clock) {
        this.lanes = lanes;
        this.config = config;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void recheckLater(Life life) {
        if (life.awaitsFacts()) {
            lanes.wake(
                    KIND, life.proposal().proposalId().toString(), due(life.origin().recordedAt()));
        }
    }

    /// A quarter of the time it has waited already, within the configured bounds.
    Instant due(Instant since) {
        Instant now = clock.instant();
        Duration quarter = Duration.between(since, now).dividedBy(4);
        Duration least = config.review().recheckDelay();
        Duration most = config.review().recheckDelayMax();
        Duration delay = quarter.compareTo(least) < 0 ? least : quarter;
        return now.plus(delay.compareTo(most) > 0 ? most : delay);
    }
}
