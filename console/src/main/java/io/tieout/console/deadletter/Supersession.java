package io.tieout.console.deadletter;

import io.tieout.console.finding.Findings;
import io.tieout.console.proposal.Proposals;
import io.tieout.console.source.BookEntries;
import io.tieout.console.source.SourceRows;
import io.tieout.kit.error.ContractViolation;
import io.tieout.kit.json.WireJson;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.finding.FindingEvent;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.quickbooks.BooksLoaded;
import io.tieout.model.quickbooks.EntityEvent;
import io.tieout.model.quickbooks.EntityGone;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Whether newer state of the same thing is known than a message carries: whoever reads it would
/// ignore it then. The console reads every topic that carries state, so it knows.
@ApplicationScoped
class Supersession {
    private final SourceRows rows;
    private final BookEntries entries;
    private final Findings findings;
    private final Proposals proposals;

    Supersession(SourceRows rows, BookEntries entries, Findings findings, Proposals proposals) {
        this.rows = rows;
        this.entries = entries;
        this.findings = findings;
        this.proposals = proposals;
    }

    /// Says by what, or nothing when the message is the newest, carries no state or cannot be read.
    Optional<String> of(String topicName, byte[] value) {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(topicName))
                .findFirst()
                .flatMap(topic -> of(topic, value));
    }

    private Optional<String> of(Topic<?> topic, byte[] value) {
        EventEnvelope<?> event;
        try {
            event = WireJson.readEvent(value, topic.payloadType());
        } catch (ContractViolation _) {
            return Optional.empty();
        }
        SourceRevision carried = event.sourceRevision();
        return known(event.payload())
                .filter(known -> known.compareTo(carried) > 0)
                .map(known ->
                        "It carries version %s of its subject, and version %s is known by now"
                                .formatted(words(carried), words(known)));
    }

    private Optional<SourceRevision> known(Object payload) {
        return switch (payload) {
            case RowEvent row -> rows.revision(row.row());
            case EntityEvent entity -> entity(entity);
            case FindingEvent finding -> findings.revision(finding.realmId(), finding.findingId());
            case ProposalState state -> proposals.revision(state.proposal().proposalId());
            default -> Optional.empty();
        };
    }

    private Optional<SourceRevision> entity(EntityEvent event) {
        return switch (event) {
            case EntityObserved seen ->
                    entries.revision(seen.realmId(), seen.entityType(), seen.id());
            case EntityGone gone -> entries.revision(gone.realmId(), gone.entityType(), gone.id());
            case BooksLoaded _, ProfitAndLossObserved _ -> Optional.empty();
        };
    }

    private static String words(SourceRevision revision) {
        return revision.minor() == 0
                ? Long.toString(revision.major())
                : revision.major() + "." + revision.minor();
    }
}
