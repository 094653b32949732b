package io.tieout.ingest.finding;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Publishes each finding once: when it opens, when what it says changes, and when it is resolved.
@ApplicationScoped
public class Findings {
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    Findings(Jdbi jdbi, Outbox outbox, Events events, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /// What a person should read.
    public record Text(String title, String detail, String remedy) {}

    /// Opens the finding unless it is open and says the same; true when it was published.
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean open(
            FindingId id,
            RealmId realm,
            FindingKind kind,
            List<RowRef> rows,
            @Nullable ProposalId proposal,
            Text text,
            CorrelationId correlation) {
        String fingerprint = CanonicalJson.sha256(List.of(rows, text));
        Long revision = change(id, true, fingerprint);
        if (revision == null) {
            return false;
        }
        publish(
                new FindingOpened(
                        id,
                        realm,
                        kind,
                        kind == FindingKind.MAPPING_BROKEN || kind == FindingKind.CONNECTION_PROBLEM
                                ? Severity.ERROR
                                : Severity.WARNING,
                        Services.INGEST,
                        rows,
                        proposal,
                        text.title(),
                        text.detail(),
                        text.remedy(),
                        List.of(),
                        null,
                        clock.instant()),
                revision,
                correlation);
        return true;
    }

    /// Resolves the finding if it is open.
    @Transactional(Transactional.TxType.MANDATORY)
    public void resolve(
            FindingId id,
            RealmId realm,
            FindingKind kind,
            String resolution,
            CorrelationId correlation) {
        Long revision = change(id, false, "");
        if (revision != null) {
            publish(
                    new FindingResolved(id, realm, kind, resolution, clock.instant()),
                    revision,
                    correlation);
        }
    }

    private void publish(FindingEvent finding, long revision, CorrelationId correlation) {
        outbox.append(
                Topics.FINDINGS,
                finding.key(),
                events.started(
                        Connections.quickbooks(finding.realmId()),
                        new SourceRevision(0, revision),
                        correlation,
                        finding));
    }

    /// The new revision, higher than any before; absent when nothing changes.
    private @Nullable Long change(FindingId id, boolean open, String fingerprint) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                INSERT INTO findings AS f (finding_id, open, fingerprint, changed_ms)
                                SELECT :id, :open, :fingerprint, :now
                                WHERE :open OR EXISTS (SELECT 1 FROM findings WHERE finding_id = :id)
                                ON CONFLICT (finding_id) DO UPDATE
                                SET open = excluded.open, fingerprint = excluded.fingerprint,
                                    changed_ms = GREATEST(excluded.changed_ms, f.changed_ms + 1)
                                WHERE f.open <> excluded.open OR (f.open AND f.fingerprint <> excluded.fingerprint)
                                RETURNING changed_ms\
                                """)
                        .bind("id", id.value())
                        .bind("open", open)
                        .bind("fingerprint", fingerprint)
                        .bind("now", clock.instant().toEpochMilli())
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(null));
    }
}
