package io.tieout.reconcile.rules;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.kit.store.Inbox;
import io.tieout.model.command.MatchingCommand.MatchRulesEdited;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.facts.ComparisonDue;
import io.tieout.reconcile.refusal.Refusal;
import io.tieout.reconcile.refusal.Refusals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Puts edited rules in force, and has the books compared by them.
@ApplicationScoped
public class EditRules {
    private static final FindingId MATTER = new FindingId("match-rules-not-saved");

    private final Inbox inbox;
    private final RuleBook book;
    private final Refusals refusals;
    private final ComparisonDue comparison;
    private final MeterRegistry meters;

    EditRules(
            Inbox inbox,
            RuleBook book,
            Refusals refusals,
            ComparisonDue comparison,
            MeterRegistry meters) {
        this.inbox = inbox;
        this.book = book;
        this.refusals = refusals;
        this.comparison = comparison;
        this.meters = meters;
    }

    @Transactional
    public void handle(EventEnvelope<?> event, MatchRulesEdited edited) {
        if (!inbox.firstTime(event.eventId())) {
            return;
        }
        RealmId realm = edited.realmId();
        switch (RuleEdit.of(book.current(realm), edited.basedOn(), edited.rules())) {
            case RuleEdit.Accepted(var rules) -> {
                book.add(edited, rules.version());
                comparison.inFull(realm);
                refusals.settle(
                        event,
                        realm,
                        MATTER,
                        "%s saved version %d".formatted(edited.person(), rules.version()));
                meters.counter("match_rules_edited", "outcome", "accepted").increment();
            }
            case RuleEdit.Refused(Refusal refusal) -> {
                refusals.open(
                        event,
                        realm,
                        MATTER,
                        FindingKind.COMMAND_REFUSED,
                        "The match rules of %s are not saved".formatted(edited.person()),
                        refusal);
                meters.counter("match_rules_edited", "outcome", "refused").increment();
            }
        }
    }
}
