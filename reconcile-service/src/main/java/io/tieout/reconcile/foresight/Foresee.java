package io.tieout.reconcile.foresight;

import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topics;
import io.tieout.reconcile.desk.Gravity;
import io.tieout.reconcile.desk.ReviewDesks;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.foresight.Awaited.Known;
import io.tieout.reconcile.reporting.Amount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Raises a finding about a draft that would make a difference, before it is posted, and looks
/// again whenever the books change.
@ApplicationScoped
public class Foresee {
    private final Awaited awaited;
    private final ReviewDesks desks;
    private final Outbox outbox;
    private final Events events;
    private final Clock clock;

    Foresee(Awaited awaited, ReviewDesks desks, Outbox outbox, Events events, Clock clock) {
        this.awaited = awaited;
        this.desks = desks;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void handle(EventEnvelope<ProposalState> event) {
        ProposalState state = event.payload();
        ProposalMade proposal = state.proposal();
        if (!proposal.preparedBy().equals(Services.INVOICE) || draft(proposal).isEmpty()) {
            return;
        }
        Optional<Known> before = awaited.of(proposal.proposalId());
        if (isToCome(state)) {
            look(
                    new Known(
                            proposal,
                            before.map(Known::warning).orElse(""),
                            before.map(Known::saidAt).orElse(null)));
        } else if (before.isPresent()) {
            resolve(before.get(), "The draft is " + words(state));
            awaited.forget(proposal.proposalId());
        }
    }

    /// Looks once more at every draft that waits.
    @Transactional
    public void again(RealmId realm) {
        awaited.of(realm).forEach(this::look);
    }

    private void look(Known known) {
        ProposalMade proposal = known.proposal();
        CreateDocument draft = draft(proposal).orElseThrow();
        String vendor = proposal.counterparty();
        String warning =
                Foresight.of(
                        draft,
                        awaited.alike(draft),
                        vendor == null ? List.of() : awaited.rows(proposal.realmId(), vendor));
        if (warning.equals(known.warning())) {
            awaited.store(known);
        } else if (warning.isEmpty()) {
            awaited.store(new Known(proposal, "", resolve(known, "It would differ no longer")));
        } else {
            awaited.store(new Known(proposal, warning, warn(known, warning)));
        }
    }

    private Instant warn(Known known, String warning) {
        ProposalMade proposal = known.proposal();
        Instant at = later(known.saidAt());
        publish(
                new FindingOpened(
                        id(proposal),
                        proposal.realmId(),
                        FindingKind.WOULD_CAUSE_VARIANCE,
                        severity(proposal),
                        Services.RECONCILE,
                        proposal.rows(),
                        proposal.proposalId(),
                        "%s would not agree with the books".formatted(proposal.reference()),
                        warning,
                        "Nothing is posted yet: reject the draft and correct its rows, or approve it if it is right.",
                        List.of(),
                        proposal.total(),
                        at),
                at);
        return at;
    }

    /// Once it is posted, it is a document too many.
    private Severity severity(ProposalMade proposal) {
        Money total = proposal.total();
        return total == null
                ? Severity.WARNING
                : Gravity.of(
                        Category.DUPLICATE,
                        new Amount(total.amount(), total.currency().value()),
                        desks.of(proposal.realmId()));
    }

    private @Nullable Instant resolve(Known known, String how) {
        if (known.warning().isEmpty()) {
            return known.saidAt();
        }
        Instant at = later(known.saidAt());
        publish(
                new FindingResolved(
                        id(known.proposal()),
                        known.proposal().realmId(),
                        FindingKind.WOULD_CAUSE_VARIANCE,
                        how,
                        at),
                at);
        return at;
    }

    private void publish(FindingEvent finding, Instant at) {
        outbox.append(
                Topics.FINDINGS,
                finding.key(),
                events.started(
                        Connections.quickbooks(finding.realmId()),
                        new SourceRevision(0, at.toEpochMilli()),
                        events.newCorrelation(),
                        finding));
    }

    /// A finding's change must be newer than its last, to the millisecond.
    private Instant later(@Nullable Instant last) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return last == null || now.isAfter(last) ? now : last.plusMillis(1);
    }

    private static FindingId id(ProposalMade proposal) {
        return new FindingId("would-cause-variance:" + proposal.proposalId());
    }

    private static Optional<CreateDocument> draft(ProposalMade proposal) {
        return proposal.effects().stream()
                .filter(CreateDocument.class::isInstance)
                .map(CreateDocument.class::cast)
                .findFirst();
    }

    /// The rows' marks go ahead of the document itself: what counts is whether that is posted.
    private static boolean isToCome(ProposalState state) {
        EffectId posting = draft(state.proposal()).orElseThrow().effectId();
        return state.effects().stream()
                        .filter(effect -> effect.effectId().equals(posting))
                        .allMatch(effect ->
                                switch (effect.status()) {
                                    case RECORDED, AWAITING_APPROVAL, BLOCKED -> true;
                                    case RELEASED,
                                            DONE,
                                            FAILED,
                                            UNKNOWN,
                                            EXPIRED,
                                            REJECTED,
                                            REVERSED ->
                                            false;
                                })
                && state.status() != ProposalState.Status.WITHDRAWN;
    }

    private static String words(ProposalState state) {
        return state.status().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
