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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /// What the table holds of a finding once it has changed.
    ///
    /// @param title absent when it was resolved before titles were kept
    private record Changed(long revision, Instant openedAt, @Nullable String title) {}

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
        Optional<Changed> changed = change(id, true, fingerprint, text.title());
        if (changed.isEmpty()) {
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
                        changed.get().openedAt()),
                changed.get().revision(),
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
        change(id, false, "", null)
                .ifPresent(changed ->
                        publish(
                                new FindingResolved(
                                        id,
                                        realm,
                                        kind,
                                        resolution,
                                        clock.instant(),
                                        changed.title()),
                                changed.revision(),
                                correlation));
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

    /// With a revision higher than any before; absent when nothing changes.
    private Optional<Changed> change(
            FindingId id, boolean open, String fingerprint, @Nullable String title) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                INSERT INTO findings AS f (finding_id, open, fingerprint, title, changed_ms, opened_ms)
                                SELECT :id, :open, :fingerprint, :title, :now, :now
                                WHERE :open OR EXISTS (SELECT 1 FROM findings WHERE finding_id = :id)
                                ON CONFLICT (finding_id) DO UPDATE
                                SET open = excluded.open, fingerprint = excluded.fingerprint,
                                    title = COALESCE(excluded.title, f.title),
                                    opened_ms = CASE WHEN excluded.open AND NOT f.open THEN excluded.opened_ms ELSE f.opened_ms END,
                                    changed_ms = GREATEST(excluded.changed_ms, f.changed_ms + 1)
                                WHERE f.open <> excluded.open OR (f.open AND f.fingerprint <> excluded.fingerprint)
                                RETURNING changed_ms, opened_ms, title\
                                """)
                        .bind("id", id.value())
                        .bind("open", open)
                        .bind("fingerprint", fingerprint)
                        .bind("title", title)
                        .bind("now", clock.instant().toEpochMilli())
                        .map((rs, _) ->
                                new Changed(
                                        rs.getLong("changed_ms"),
                                        Instant.ofEpochMilli(rs.getLong("opened_ms")),
                                        rs.getString("title")))
                        .findOne());
    }
}
