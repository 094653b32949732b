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
import io.tieout.model.id.SheetId;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Optional<Changed> changed = change(id, true, fingerprint, text);
        if (changed.isEmpty()) {
            return false;
        }
        publish(
                new FindingOpened(
                        id,
                        realm,
                        kind,
                        severity(kind),
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

    private static Severity severity(FindingKind kind) {
        if (kind == FindingKind.MAPPING_BROKEN || kind == FindingKind.CONNECTION_PROBLEM) {
            return Severity.ERROR;
        }
        return kind == FindingKind.BEFORE_CUT_OVER ? Severity.INFO : Severity.WARNING;
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

    /// What is open about sheets as such, by sheet: that they do not fit, or that nothing is told
    /// of them.
    public Map<SheetId, List<Open>> ofSheets() {
        Map<SheetId, List<Open>> open = new HashMap<>();
        for (String about : List.of("mapping-broken", "webhook-down")) {
            jdbi.withHandle(handle ->
                            handle.createQuery(
                                            """
                                            SELECT finding_id, title, detail, remedy FROM findings
                                            WHERE open AND starts_with(finding_id, :about || ':') AND remedy IS NOT NULL
                                            ORDER BY finding_id\
                                            """)
                                    .bind("about", about)
                                    .map((rs, _) ->
                                            Map.entry(
                                                    new SheetId(
                                                            rs.getString("finding_id")
                                                                    .substring(about.length() + 1)),
                                                    new Open(
                                                            about,
                                                            new Text(
                                                                    rs.getString("title"),
                                                                    rs.getString("detail"),
                                                                    rs.getString("remedy")))))
                                    .list())
                    .forEach(one ->
                            open.computeIfAbsent(one.getKey(), _ -> new ArrayList<>())
                                    .add(one.getValue()));
        }
        return open;
    }

    /// An open finding.
    ///
    /// @param about `mapping-broken` or `webhook-down`
    public record Open(String about, Text text) {}

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
            FindingId id, boolean open, String fingerprint, @Nullable Text text) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                INSERT INTO findings AS f (finding_id, open, fingerprint, title, detail, remedy, changed_ms, opened_ms)
                                SELECT :id, :open, :fingerprint, :title, :detail, :remedy, :now, :now
                                WHERE :open OR EXISTS (SELECT 1 FROM findings WHERE finding_id = :id)
                                ON CONFLICT (finding_id) DO UPDATE
                                SET open = excluded.open, fingerprint = excluded.fingerprint,
                                    title = COALESCE(excluded.title, f.title),
                                    detail = excluded.detail, remedy = excluded.remedy,
                                    opened_ms = CASE WHEN excluded.open AND NOT f.open THEN excluded.opened_ms ELSE f.opened_ms END,
                                    changed_ms = GREATEST(excluded.changed_ms, f.changed_ms + 1)
                                WHERE f.open <> excluded.open OR (f.open AND f.fingerprint <> excluded.fingerprint)
                                RETURNING changed_ms, opened_ms, title\
                                """)
                        .bind("id", id.value())
                        .bind("open", open)
                        .bind("fingerprint", fingerprint)
                        .bind("title", text == null ? null : text.title())
                        .bind("detail", text == null ? null : text.detail())
                        .bind("remedy", text == null ? null : text.remedy())
                        .bind("now", clock.instant().toEpochMilli())
                        .map((rs, _) ->
                                new Changed(
                                        rs.getLong("changed_ms"),
                                        Instant.ofEpochMilli(rs.getLong("opened_ms")),
                                        rs.getString("title")))
                        .findOne());
    }
}
