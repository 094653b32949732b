package io.tieout.reconcile.separations;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.kit.store.Inbox;
import io.tieout.model.command.MatchingCommand.SeparationWithdrawn;
import io.tieout.model.command.MatchingCommand.Unmatched;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.ledger.EntryKind.Side;
import io.tieout.reconcile.records.Records;
import io.tieout.reconcile.refusal.Refusal;
import io.tieout.reconcile.refusal.Refusals;
import io.tieout.reconcile.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/// Takes two lines apart for good, or lets them be matched again.
@ApplicationScoped
public class KeepApart {
    private static final FindingId MATTER = new FindingId("unmatch-not-done");

    private final Inbox inbox;
    private final SeparationStore store;
    private final Standings standings;
    private final Refusals refusals;
    private final Records records;
    private final ComparisonDue comparison;
    private final MeterRegistry meters;

    KeepApart(
            Inbox inbox,
            SeparationStore store,
            Standings standings,
            Refusals refusals,
            Records records,
            ComparisonDue comparison,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.store = store;
        this.standings = standings;
        this.refusals = refusals;
        this.records = records;
        this.comparison = comparison;
        this.meters = meters;
    }

    @Transactional
    public void separate(EventEnvelope<?> event, Unmatched said) {
        if (!inbox.firstTime(event.eventId())) {
            return;
        }
        RealmId realm = said.realmId();
        if (!isThere(realm, said.sheetLine(), Side.SHEET)
                || !isThere(realm, said.booksLine(), Side.BOOKS)) {
            refusals.open(
                    event,
                    realm,
                    MATTER,
                    FindingKind.COMMAND_REFUSED,
                    "%s took apart what is not there".formatted(said.person()),
                    new Refusal(
                            "In the sheet it is %s, in the books %s: one of them is gone, or was never compared"
                                    .formatted(
                                            records.of(realm, said.sheetLine()).words(),
                                            records.of(realm, said.booksLine()).words()),
                            "Look at the row as it is now."));
            return;
        }
        if (store.separate(said)) {
            meters.counter("separations", "outcome", "separated").increment();
            comparison.inFull(realm);
            refusals.settle(
                    event, realm, MATTER, "%s took another pair apart".formatted(said.person()));
        }
    }

    @Transactional
    public void withdraw(EventEnvelope<?> event, SeparationWithdrawn said) {
        if (inbox.firstTime(event.eventId()) && store.withdraw(said)) {
            meters.counter("separations", "outcome", "withdrawn").increment();
            comparison.inFull(said.realmId());
        }
    }

    private boolean isThere(RealmId realm, String line, Side side) {
        return standings.of(realm, List.of(line)).stream()
                .anyMatch(standing -> standing.kind().side() == side);
    }
}
