package io.tieout.audit.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tieout.audit.facts.FactFeed;
import io.tieout.audit.facts.KnownEntity;
import io.tieout.audit.record.Recording;
import io.tieout.audit.review.Books;
import io.tieout.audit.review.Facts;
import io.tieout.audit.review.ValidProposals;
import io.tieout.kit.event.Connections;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.sign.Signer;
import io.tieout.kit.test.RecordingPublisher;
import io.tieout.kit.test.Records;
import io.tieout.model.command.CommandEvent;
import io.tieout.model.decision.DecisionMade;
import io.tieout.model.decision.Role;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.FindingResolved;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.DecisionId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalEvent;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.model.release.EffectReleased;
import io.tieout.model.release.OutcomeEvent;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/// Everybody around audit: who prepares, decides, carries out and reads along.
@ApplicationScoped
class Office {
    private static final Instant AT = Instant.parse("2026-11-22T12:30:00Z");

    private final FinanceConsumer consumer;
    private final FactFeed feed;
    private final Events events;
    private final RecordingPublisher published;
    private final Jdbi jdbi;
    private final Recording recording;
    private final Signer console;
    private final Signer ingest;

    Office(
            FinanceConsumer consumer,
            FactFeed feed,
            Events events,
            RecordingPublisher published,
            Jdbi jdbi,
            Recording recording,
            @ConfigProperty(name = "test.console.private-key") String consoleKey,
            @ConfigProperty(name = "test.ingest.private-key") String ingestKey) {
        this.consumer = consumer;
        this.feed = feed;
        this.events = events;
        this.published = published;
        this.jdbi = jdbi;
        this.recording = recording;
        this.console = new Signer(consoleKey);
        this.ingest = new Signer(ingestKey);
    }

    void knows(Facts facts) {
        Stream.of(facts.customers(), facts.named(), facts.taxCodes(), facts.taxRates())
                .flatMap(List::stream)
                .map(KnownEntity::observed)
                .forEach(entity -> feed.entity(new SourceRevision(1, 1), entity));
        feed.entity(
                new SourceRevision(1, 1),
                Books.entity(
                                EntityType.PREFERENCES,
                                "1",
                                facts.preferences().map(Entity.class::cast).orElseThrow())
                        .observed());
        feed.loaded(Books.REALM);
        facts.rows().values().forEach(row -> feed.row(row.revision(), row.row()));
    }

    void propose(ProposalMade proposal) {
        proposeAgain(proposal);
        await().untilAsserted(() -> assertThat(states(proposal.proposalId())).isNotEmpty());
    }

    void proposeAgain(ProposalMade proposal) {
        consumer.proposals(
                Records.of(
                        Topics.PROPOSALS,
                        proposal.proposalId().toString(),
                        started((ProposalEvent) proposal)));
    }

    void approve(
            ProposalMade proposal,
            String person,
            Role role,
            DecisionMade.Channel channel,
            Role... more) {
        decide(
                decision(
                        proposal,
                        DecisionMade.Verdict.APPROVED,
                        person,
                        roles(role, more),
                        channel,
                        List.of()));
    }

    void approveTimes(int times, ProposalMade proposal, String person, Role role) {
        EventEnvelope<DecisionMade> event =
                started(
                        signed(
                                decision(
                                        proposal,
                                        DecisionMade.Verdict.APPROVED,
                                        person,
                                        Set.of(role),
                                        DecisionMade.Channel.CONSOLE,
                                        List.of())));
        for (int i = 0; i < times; i++) {
            consumer.decisions(
                    Records.of(Topics.DECISIONS, proposal.proposalId().toString(), event));
        }
    }

    void reject(ProposalMade proposal, String person, Role role, List<RowRef> rows) {
        decide(
                decision(
                        proposal,
                        DecisionMade.Verdict.REJECTED,
                        person,
                        Set.of(role),
                        DecisionMade.Channel.CONSOLE,
                        rows));
    }

    /// Signed by the wrong channel.
    void forge(ProposalMade proposal, String person, Role role) {
        DecisionMade decision =
                decision(
                        proposal,
                        DecisionMade.Verdict.APPROVED,
                        person,
                        Set.of(role),
                        DecisionMade.Channel.CONSOLE,
                        List.of());
        send(decision.signed(ingest.sign(decision.signedText())));
    }

    private static Set<Role> roles(Role role, Role... more) {
        Set<Role> roles = new HashSet<>(List.of(more));
        roles.add(role);
        return roles;
    }

    private static DecisionMade decision(
            ProposalMade proposal,
            DecisionMade.Verdict verdict,
            String person,
            Set<Role> roles,
            DecisionMade.Channel channel,
            List<RowRef> rows) {
        return new DecisionMade(
                new DecisionId(UUID.randomUUID()),
                proposal.proposalId(),
                proposal.realmId(),
                proposal.revision(),
                CanonicalJson.sha256(proposal),
                verdict,
                null,
                person,
                roles,
                channel,
                rows,
                AT,
                "");
    }

    private void decide(DecisionMade decision) {
        send(signed(decision));
    }

    private DecisionMade signed(DecisionMade decision) {
        Signer signer =
                switch (decision.channel()) {
                    case CONSOLE -> console;
                    case SHEET -> ingest;
                };
        return decision.signed(signer.sign(decision.signedText()));
    }

    private void send(DecisionMade decision) {
        consumer.decisions(
                Records.of(Topics.DECISIONS, decision.proposalId().toString(), started(decision)));
    }

    void done(ProposalMade proposal, String effect, EffectResult result) {
        outcome(
                new OutcomeEvent.EffectDone(
                        proposal.realmId(),
                        proposal.proposalId(),
                        proposal.revision(),
                        new EffectId(effect),
                        result,
                        AT));
    }

    void unknown(ProposalMade proposal, String effect) {
        outcome(
                new OutcomeEvent.EffectUnknown(
                        proposal.realmId(),
                        proposal.proposalId(),
                        proposal.revision(),
                        new EffectId(effect),
                        "No answer",
                        AT));
    }

    private void outcome(OutcomeEvent outcome) {
        consumer.outcomes(
                Records.of(Topics.OUTCOMES, outcome.proposalId().toString(), started(outcome)));
    }

    void resolve(ProposalMade proposal, String effect, EffectResult result) {
        CommandEvent command =
                new CommandEvent.UnknownResolved(
                        "operator@harbor.example",
                        AT,
                        proposal.proposalId(),
                        proposal.revision(),
                        new EffectId(effect),
                        true,
                        result);
        consumer.commands(
                Records.of(Topics.COMMANDS, proposal.proposalId().toString(), started(command)));
    }

    private <T> EventEnvelope<T> started(T payload) {
        return events.started(
                Connections.quickbooks(Books.REALM),
                SourceRevision.NONE,
                new CorrelationId("test"),
                payload);
    }

    EffectResult invoice(ValidProposals.Case draft, String id, String number) {
        CreateInvoice invoice = draft.invoice();
        return new EffectResult.InvoiceCreated(
                new EntityId(id),
                number,
                invoice.invoiceDate(),
                invoice.estimatedTotal(),
                invoice.estimatedTax(),
                0);
    }

    /// The newest state, once everything committed has been published.
    ProposalState state(ProposalMade proposal) {
        settle();
        return states(proposal.proposalId()).getLast();
    }

    private List<ProposalState> states(ProposalId proposal) {
        return published.published(Topics.PROPOSAL_STATES).stream()
                .map(EventEnvelope::payload)
                .filter(state -> state.proposal().proposalId().equals(proposal))
                .toList();
    }

    EffectReleased released(ProposalMade proposal, String effect) {
        settle();
        return releases(proposal)
                .filter(released -> released.receipt().effectId().value().equals(effect))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new AssertionError(effect + " was not released"));
    }

    List<String> releasedEffects(ProposalMade proposal) {
        settle();
        return releases(proposal).map(released -> released.receipt().effectId().value()).toList();
    }

    private Stream<EffectReleased> releases(ProposalMade proposal) {
        return published.published(Topics.RELEASES).stream()
                .map(EventEnvelope::payload)
                .filter(released -> released.receipt().proposalId().equals(proposal.proposalId()));
    }

    List<FindingKind> openFindings(ProposalMade proposal) {
        settle();
        Map<String, FindingKind> open = new LinkedHashMap<>();
        for (EventEnvelope<FindingEvent> event : published.published(Topics.FINDINGS)) {
            switch (event.payload()) {
                case FindingOpened opened -> {
                    if (proposal.proposalId().equals(opened.proposalId())) {
                        open.put(opened.findingId().value(), opened.kind());
                    }
                }
                case FindingResolved resolved -> open.remove(resolved.findingId().value());
            }
        }
        return List.copyOf(open.values());
    }

    long recordedReleases(ProposalMade proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT count(*) FROM records WHERE topic = :topic AND proposal_id = CAST(:id AS uuid)")
                        .bind("topic", Topics.RELEASES.name())
                        .bind("id", proposal.proposalId().toString())
                        .mapTo(Long.class)
                        .one());
    }

    /// What the relay published comes in again through the topic.
    void hearsItsOwnReleases(ProposalMade proposal) {
        settle();
        recording.record(
                published.sentTo(Topics.RELEASES.name()).stream()
                        .map(sent -> Records.raw(sent.topic(), sent.key(), sent.value()))
                        .toList());
    }

    /// The first sample about so many rows or more.
    ValidProposals.Case withRows(int count) {
        return LongStream.range(2_000, 3_000)
                .mapToObj(ValidProposals::make)
                .filter(one -> one.proposal().rows().size() >= count)
                .findFirst()
                .orElseThrow();
    }

    private void settle() {
        await().untilAsserted(() -> assertThat(unsent()).isZero());
    }

    private long unsent() {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
                        .mapTo(Long.class)
                        .one());
    }

    /// The first sample above the amount.
    ValidProposals.Case above(BigDecimal amount) {
        return LongStream.range(1_000, 100_000)
                .mapToObj(ValidProposals::make)
                .filter(one -> one.invoice().estimatedTotal().amount().compareTo(amount) > 0)
                .findFirst()
                .orElseThrow();
    }

    /// The same draft with an invoice that is a dollar too dear.
    ProposalMade dearer(ProposalMade made) {
        List<Effect> effects =
                made.effects().stream()
                        .map(effect -> effect instanceof CreateInvoice it ? dearer(it) : effect)
                        .toList();
        return with(made, made.proposalId(), made.revision(), effects);
    }

    private static Effect dearer(CreateInvoice it) {
        return new CreateInvoice(
                it.effectId(),
                it.after(),
                it.realmId(),
                it.customerId(),
                it.invoiceDate(),
                it.termId(),
                it.departmentId(),
                it.currency(),
                it.billEmail(),
                it.taxCodeId(),
                it.lines(),
                it.subtotal().plus(Money.of("1.00", it.currency())),
                it.estimatedTax(),
                it.anchor());
    }

    /// The same draft as a later revision.
    ProposalMade revision(ProposalMade made, int revision) {
        String reference = made.reference() + " r" + revision;
        List<Effect> effects =
                made.effects().stream()
                        .map(effect ->
                                effect instanceof UpdateRows it ? referring(it, reference) : effect)
                        .toList();
        return with(made, made.proposalId(), revision, effects);
    }

    private static Effect referring(UpdateRows it, String reference) {
        return new UpdateRows(
                it.effectId(),
                it.after(),
                it.sheetId(),
                it.rows().stream()
                        .map(row ->
                                new UpdateRows.RowUpdate(
                                        row.rowId(),
                                        row.cells().stream()
                                                .map(cell -> referring(cell, reference))
                                                .toList()))
                        .toList());
    }

    private static CellWrite referring(CellWrite cell, String reference) {
        return cell.part() == ColumnPart.DRAFT_REFERENCE
                ? new CellWrite(cell.part(), cell.columnId(), new CellWrite.Text(reference))
                : cell;
    }

    /// The same draft as if it were another.
    ProposalMade renamed(ProposalMade made) {
        ProposalId id = new ProposalId(UUID.randomUUID());
        List<Effect> effects =
                made.effects().stream()
                        .map(effect ->
                                effect instanceof CreateInvoice it ? anchored(it, id) : effect)
                        .toList();
        return with(made, id, made.revision(), effects);
    }

    private static Effect anchored(CreateInvoice it, ProposalId id) {
        return new CreateInvoice(
                it.effectId(),
                it.after(),
                it.realmId(),
                it.customerId(),
                it.invoiceDate(),
                it.termId(),
                it.departmentId(),
                it.currency(),
                it.billEmail(),
                it.taxCodeId(),
                it.lines(),
                it.subtotal(),
                it.estimatedTax(),
                "tieout:" + id);
    }

    private static ProposalMade with(
            ProposalMade made, ProposalId id, int revision, List<Effect> effects) {
        return new ProposalMade(
                id,
                revision,
                made.realmId(),
                made.kind(),
                made.reference(),
                made.summary(),
                made.preparedBy(),
                made.counterparty(),
                made.total(),
                made.rows(),
                effects,
                made.evidence());
    }
}
