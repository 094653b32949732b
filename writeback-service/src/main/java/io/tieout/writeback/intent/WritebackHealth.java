package io.tieout.writeback.intent;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jdbi.v3.core.Jdbi;

/// Up while the intents can be read; says how many calls are open. A vendor that is down makes no
/// service unready.
@Readiness
@ApplicationScoped
class WritebackHealth implements HealthCheck {
    private final Jdbi jdbi;

    WritebackHealth(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("writeback intents")
                .up()
                .withData("open", count("SELECT count(*) FROM intents WHERE status = 'OPEN'"))
                .withData("unknown", count("SELECT count(*) FROM effects WHERE status = 'UNKNOWN'"))
                .build();
    }

    private long count(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
