package io.tieout.reconcile.refusal;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Findings about commands that were not carried out. Each stays open until a later command on the
/// same matter is.
@ApplicationScoped
public class Refusals {
    private final Jdbi jdbi;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    Refusals(Jdbi jdbi, Outbox outbox, Events events, Clock clock) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /// @param title names the command and the person
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(
            EventEnvelope<?> command,
            RealmId realm,
            FindingId matter,
            FindingKind kind,
            String title,
            Refusal refusal) {
        Instant at = later(realm, matter);
        remember(realm, matter, kind, at, true);
        publish(
                command,
                new FindingOpened(
                        matter,
                        realm,
                        kind,
                        Severity.WARNING,
                        Services.RECONCILE,
                        List.of(),
                        null,
                        title,
                        refusal.why(),
                        refusal.remedy(),
                        List.of(),
                        null,
                        at),
                at);
    }

    /// What was refused on this matter before counts no longer.
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(EventEnvelope<?> command, RealmId realm, FindingId matter, String how) {
        FindingKind kind =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT kind FROM refused_commands WHERE realm = :realm"
                                                + " AND finding_id = :id AND open")
                                .bind("realm", realm.value())
                                .bind("id", matter.value())
                                .mapTo(FindingKind.class)
                                .findOne()
                                .orElse(null));
        if (kind != null) {
            Instant at = later(realm, matter);
            remember(realm, matter, kind, at, false);
            publish(command, new FindingResolved(matter, realm, kind, how, at), at);
        }
    }

    private void publish(EventEnvelope<?> command, FindingEvent finding, Instant at) {
        outbox.append(
                Topics.FINDINGS,
                finding.key(),
                events.caused(
                        command,
                        Connections.quickbooks(finding.realmId()),
                        new SourceRevision(0, at.toEpochMilli()),
                        finding));
    }

    private void remember(
            RealmId realm, FindingId matter, FindingKind kind, Instant at, boolean open) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO refused_commands (realm, finding_id, kind, said_at, open)
                                VALUES (:realm, :id, :kind, :at, :open)
                                ON CONFLICT (realm, finding_id) DO UPDATE
                                SET kind = excluded.kind, said_at = excluded.said_at, open = excluded.open\
                                """)
                        .bind("realm", realm.value())
                        .bind("id", matter.value())
                        .bind("kind", kind.name())
                        .bind("at", at)
                        .bind("open", open)
                        .execute());
    }

    /// A finding's change must be newer than its last, to the millisecond.
    private Instant later(RealmId realm, FindingId matter) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT said_at FROM refused_commands WHERE realm = :realm"
                                                + " AND finding_id = :id")
                                .bind("realm", realm.value())
                                .bind("id", matter.value())
                                .mapTo(Timestamp.class)
                                .findOne())
                .map(last -> last.toInstant().plusMillis(1))
                .filter(next -> next.isAfter(now))
                .orElse(now);
    }
}
