package io.tieout.ingest.connection;

import io.tieout.connectors.health.ConnectionView;
import io.tieout.connectors.health.Problem;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.finding.Findings;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/// Makes a finding of each problem of a connection, and resolves it when the problem is gone.
@ApplicationScoped
class ConnectionFindings {
    private static final String PREFIX = "connection:";
    private static final int ID_PARTS = 3;

    private final Findings findings;
    private final Jdbi jdbi;
    private final Events events;
    private final IngestConfig config;

    ConnectionFindings(Findings findings, Jdbi jdbi, Events events, IngestConfig config) {
        this.findings = findings;
        this.jdbi = jdbi;
        this.events = events;
        this.config = config;
    }

    @Transactional
    void say(List<ConnectionView> connections) {
        Set<String> holding = new HashSet<>();
        for (ConnectionView connection : connections) {
            for (Problem problem : connection.problems()) {
                FindingId id = id(connection, problem);
                holding.add(id.value());
                findings.open(
                        id,
                        realm(connection),
                        FindingKind.CONNECTION_PROBLEM,
                        List.of(),
                        null,
                        new Findings.Text(
                                connection.connection() + ": " + problem.code(),
                                problem.text(),
                                problem.remedy()),
                        events.newCorrelation());
            }
        }
        for (String open : open()) {
            if (!holding.contains(open)) {
                resolve(new FindingId(open), realm(open));
            }
        }
    }

    private void resolve(FindingId id, RealmId realm) {
        findings.resolve(
                id,
                realm,
                FindingKind.CONNECTION_PROBLEM,
                "The connection works again",
                events.newCorrelation());
    }

    private List<String> open() {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT finding_id FROM findings WHERE open AND finding_id LIKE :prefix || '%'")
                        .bind("prefix", PREFIX)
                        .mapTo(String.class)
                        .list());
    }

    /// The company whose connection it is; the configured one for what belongs to all.
    private RealmId realm(ConnectionView connection) {
        return Connections.realm(new ConnectionId(connection.connection())).orElse(config.realm());
    }

    /// The company that a finding's id names.
    private RealmId realm(String id) {
        String[] parts = id.split(":", -1);
        return parts.length == ID_PARTS ? new RealmId(parts[1]) : config.realm();
    }

    /// Of bounded length, whatever the connection's name.
    private FindingId id(ConnectionView connection, Problem problem) {
        String hash =
                CanonicalJson.sha256(
                        (connection.connection() + "\n" + problem.code())
                                .getBytes(StandardCharsets.UTF_8));
        return new FindingId(PREFIX + realm(connection) + ":" + hash.substring(0, 32));
    }
}
