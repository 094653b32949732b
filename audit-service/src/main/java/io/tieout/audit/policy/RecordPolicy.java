package io.tieout.audit.policy;

import io.quarkus.runtime.StartupEvent;
import io.tieout.audit.record.Entry;
import io.tieout.audit.record.Records;
import io.tieout.kit.json.WireJson;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/// Records each version of the policy when it comes into force, so that a receipt's policy version
/// can be read years later.
@ApplicationScoped
class RecordPolicy {
    private static final String CHAIN = "system";

    private final PolicyFile file;
    private final Records records;
    private final Jdbi jdbi;
    private final Clock clock;

    RecordPolicy(PolicyFile file, Records records, Jdbi jdbi, Clock clock) {
        this.file = file;
        this.records = records;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Transactional
    void start(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent start) {
        String payload =
                WireJson.text(
                        new TreeMap<>(
                                Map.of("version", file.policy().version(), "policy", file.text())));
        String last =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT payload FROM records WHERE kind = 'policy' ORDER BY sequence DESC LIMIT 1")
                                .mapTo(String.class)
                                .findOne()
                                .orElse(""));
        if (!last.equals(payload)) {
            records.append(
                    new Entry(
                            CHAIN,
                            clock.instant(),
                            Entry.OWN,
                            null,
                            null,
                            null,
                            "policy",
                            payload));
        }
    }
}
