package io.tieout.reconcile.proposing;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.desk.ReviewDesks;
import io.tieout.reconcile.explaining.SaidFindings;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.LiveLedger;
import io.tieout.reconcile.records.RecordNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The table `book_findings`: what is on record about documents that no row stands for.
@ApplicationScoped
class DocumentFindings {
    private final Jdbi jdbi;
    private final SaidFindings saidFindings;
    private final ReviewDesks desks;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    DocumentFindings(
            Jdbi jdbi,
            SaidFindings saidFindings,
            ReviewDesks desks,
            Outbox outbox,
            Events events,
            Clock clock) {
        this.jdbi = jdbi;
        this.saidFindings = saidFindings;
        this.desks = desks;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    /// @param title absent when it was found before titles were kept
    private record OnRecord(
            @Nullable FindingKind kind,
            @Nullable String title,
            String detail,
            String weight,
            Instant foundAt) {}

    /// Publishes what is said of the document now, if that is something else.
    ///
    /// @param key such as `Bill:145`
    /// @param names of what the document's lines name
    @Transactional(Transactional.TxType.MANDATORY)
    void publish(RealmId realm, String key, LiveLedger ledger, RecordNames names) {
        BookDocument document = ledger.document(key);
        DocumentDecision decision =
                DocumentDecision.of(document, ledger.ofDocument(key), names, desks.of(realm));
        OnRecord before = onRecord(realm, key).orElse(null);
        FindingKind was = before == null ? null : before.kind();
        boolean same =
                Objects.equals(was, decision.kind())
                        && (was == null
                                || before == null
                                || (before.detail().equals(decision.detail())
                                        && before.weight().equals(decision.weight().words())));
        if (same) {
            return;
        }
        Instant at = later(before == null ? null : before.foundAt());
        FindingId id = new FindingId("document:" + key);
        if (decision.kind() != null && document != null) {
            append(
                    new FindingOpened(
                            id,
                            realm,
                            decision.kind(),
                            decision.weight().severity(),
                            Services.RECONCILE,
                            List.of(),
                            null,
                            decision.title(),
                            decision.detail(),
                            decision.remedy(),
                            List.of(),
                            decision.weight().stake(),
                            at),
                    at);
        } else if (before != null && was != null) {
            append(
                    new FindingResolved(id, realm, was, "It holds no longer", at, before.title()),
                    at);
        }
        store(
                realm,
                key,
                new OnRecord(
                        decision.kind(),
                        decision.title(),
                        decision.detail(),
                        decision.weight().words(),
                        at));
    }

    private void append(FindingEvent event, Instant at) {
        CorrelationId correlation = events.newCorrelation();
        saidFindings.keep(event, correlation, at);
        outbox.append(
                Topics.FINDINGS,
                event.key(),
                events.following(
                        Connections.quickbooks(event.realmId()),
                        new SourceRevision(0, at.toEpochMilli()),
                        correlation,
                        null,
                        event));
    }

    /// A finding's change must be newer than its last, to the millisecond.
    private Instant later(@Nullable Instant last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return last == null || now.isAfter(last) ? now : last.plusMillis(1);
    }

    private Optional<OnRecord> onRecord(RealmId realm, String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM book_findings WHERE realm = :realm AND document ="
                                        + " :document")
                        .bind("realm", realm.value())
                        .bind("document", key)
                        .map((rs, _) ->
                                new OnRecord(
                                        rs.getString("kind") == null
                                                ? null
                                                : FindingKind.valueOf(rs.getString("kind")),
                                        rs.getString("title"),
                                        rs.getString("detail"),
                                        rs.getString("weight"),
                                        rs.getTimestamp("found_at").toInstant()))
                        .findOne());
    }

    private void store(RealmId realm, String key, OnRecord now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO book_findings (realm, document, kind, title, detail, weight, found_at)
                                VALUES (:realm, :document, :kind, :title, :detail, :weight, :at)
                                ON CONFLICT (realm, document) DO UPDATE
                                SET kind = excluded.kind, title = excluded.title, detail = excluded.detail, weight = excluded.weight,
                                    found_at = excluded.found_at\
                                """)
                        .bind("realm", realm.value())
                        .bind("document", key)
                        .bind("kind", now.kind() == null ? null : now.kind().name())
                        .bind("title", now.title())
                        .bind("detail", now.detail())
                        .bind("weight", now.weight())
                        .bind("at", now.foundAt())
                        .execute());
    }
}
