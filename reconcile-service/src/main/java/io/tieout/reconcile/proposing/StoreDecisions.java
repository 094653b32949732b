package io.tieout.reconcile.proposing;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.ProposalEvent;
import io.tieout.model.proposal.ProposalWithdrawn;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.explaining.SaidFindings;
import io.tieout.reconcile.facts.ObservedRow;
import io.tieout.reconcile.matching.SheetLine;
import io.tieout.reconcile.proposing.Reconciliation.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Publishes what was decided about rows and remembers it, in one transaction.
@ApplicationScoped
class StoreDecisions {
    private final Reconciliations reconciliations;
    private final SaidFindings saidFindings;
    private final Outbox outbox;
    private final Events events;
    private final Lanes lanes;
    private final MeterRegistry meters;
    private final Clock clock;

    StoreDecisions(
            Reconciliations reconciliations,
            SaidFindings saidFindings,
            Outbox outbox,
            Events events,
            Lanes lanes,
            MeterRegistry meters,
            Clock clock) {
        this.reconciliations = reconciliations;
        this.saidFindings = saidFindings;
        this.outbox = outbox;
        this.events = events;
        this.lanes = lanes;
        this.meters = meters;
        this.clock = clock;
    }

    /// A row with what was known and what was decided about it.
    record Decided(
            ObservedRow row,
            SheetLine line,
            Reconciliation known,
            Cells shown,
            RowDecision decision) {
        boolean changesSomething() {
            return proposes() || findsAnew();
        }

        boolean proposes() {
            return decision.propose() && RowProposal.isPossible(row.observed());
        }

        boolean findsAnew() {
            return decision.finding() != known.finding()
                    || decision.kind() != known.findingKind()
                    || !decision.findingDetail().equals(known.findingDetail())
                    || !decision.said().equals(known.findingSaid());
        }
    }

    @Transactional
    void store(Lane lane, RealmId realm, List<Decided> all) {
        lanes.confirm(lane);
        for (Decided one : all) {
            Reconciliation next = one.known();
            if (one.findsAnew()) {
                next = find(realm, one, next);
            }
            if (one.proposes()) {
                next = propose(realm, one, next);
            }
            reconciliations.store(realm, next);
        }
    }

    /// Rows that are gone need no status.
    @Transactional
    void forget(Lane lane, RealmId realm, Collection<Reconciliation> gone) {
        lanes.confirm(lane);
        for (Reconciliation known : gone) {
            boolean pending = known.revision() > 0 && !known.isFree();
            if (known.finding() != Finding.NONE) {
                Instant at = later(known.foundAt());
                publish(
                        realm,
                        RowFindings.resolved(known, realm, null, "The row is gone", at),
                        at,
                        events.newCorrelation(),
                        null);
                reconciliations.store(realm, known.found(Finding.NONE, "", "", null, at));
                if (pending) {
                    publish(
                            realm,
                            new ProposalWithdrawn(
                                    known.proposalId(), known.revision(), realm, "The row is gone"),
                            events.newCorrelation(),
                            null);
                }
            }
        }
    }

    private Reconciliation find(RealmId realm, Decided one, Reconciliation known) {
        Instant at = later(known.foundAt());
        Finding now = one.decision().finding();
        if (known.finding() != Finding.NONE && known.finding() != now) {
            String why =
                    now == Finding.MATCHED ? one.decision().findingDetail() : "It holds no longer";
            publish(
                    realm,
                    RowFindings.resolved(known, realm, one.row().observed(), why, at),
                    at,
                    one.row().correlation(),
                    one.row().cause());
        }
        if (now != Finding.NONE) {
            publish(
                    realm,
                    RowFindings.opened(one.decision(), one.row(), known.proposalId(), at),
                    at,
                    one.row().correlation(),
                    one.row().cause());
        }
        meters.counter("reconciled", "finding", now.name().toLowerCase(Locale.ROOT)).increment();
        return known.found(
                now,
                one.decision().findingDetail(),
                one.decision().said(),
                one.decision().kind(),
                at);
    }

    private Reconciliation propose(RealmId realm, Decided one, Reconciliation known) {
        int revision = known.nextRevision();
        Cells wanted = one.decision().wanted();
        publish(
                realm,
                RowProposal.of(one.row(), one.line(), known.proposalId(), revision, wanted),
                one.row().correlation(),
                one.row().cause());
        return known.proposed(revision, wanted, one.shown());
    }

    private void publish(
            RealmId realm,
            ProposalEvent event,
            CorrelationId correlation,
            @Nullable EventId cause) {
        outbox.append(
                Topics.PROPOSALS,
                event.proposalId().toString(),
                events.following(
                        Connections.quickbooks(realm),
                        SourceRevision.NONE,
                        correlation,
                        cause,
                        event));
    }

    private void publish(
            RealmId realm,
            FindingEvent event,
            Instant at,
            CorrelationId correlation,
            @Nullable EventId cause) {
        saidFindings.keep(event, correlation, at);
        outbox.append(
                Topics.FINDINGS,
                event.key(),
                events.following(
                        Connections.quickbooks(realm),
                        new SourceRevision(0, at.toEpochMilli()),
                        correlation,
                        cause,
                        event));
    }

    /// A finding's change must be newer than its last, to the millisecond.
    private Instant later(@Nullable Instant last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return last == null || now.isAfter(last) ? now : last.plusMillis(1);
    }
}
