package io.tieout.reconcile.preview;

import io.tieout.model.command.RuleSetting;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.facts.Books;
import io.tieout.reconcile.matching.LiveLedger;
import io.tieout.reconcile.matching.MatchSettings;
import io.tieout.reconcile.preview.RuleComparison.Run;
import io.tieout.reconcile.proposing.Ledgers;
import io.tieout.reconcile.proposing.Settings;
import io.tieout.reconcile.records.Records;
import io.tieout.reconcile.refusal.Refusal;
import io.tieout.reconcile.rules.RuleEdit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Semaphore;

/// Compares a realm's books by the rules in force and by edited ones. Stores nothing.
@ApplicationScoped
class PreviewRules {
    private final Settings settings;
    private final Ledgers ledgers;
    private final Books books;
    private final Records records;
    private final Clock clock;

    /// Two ledgers are held meanwhile; more would not fit beside the realm's own.
    private final Semaphore one = new Semaphore(1);

    PreviewRules(Settings settings, Ledgers ledgers, Books books, Records records, Clock clock) {
        this.settings = settings;
        this.ledgers = ledgers;
        this.books = books;
        this.records = records;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Answer {
        /// What would change.
        record Previewed(Preview preview) implements Answer {}

        /// Such rules are not possible.
        record Refused(Refusal refusal) implements Answer {}

        /// Somebody else is being answered.
        record Busy() implements Answer {}
    }

    Answer handle(RealmId realm, int basedOn, List<RuleSetting> edited, int examplesMax) {
        MatchSettings now = settings.of(realm);
        return switch (RuleEdit.of(now.rules(), basedOn, edited)) {
            case RuleEdit.Refused(Refusal refusal) -> new Answer.Refused(refusal);
            case RuleEdit.Accepted(MatchRules rules) -> {
                if (!books.areLoaded(realm)) {
                    yield new Answer.Refused(
                            new Refusal(
                                    "The books of %s are not loaded yet".formatted(realm),
                                    "Wait until they are, then look again."));
                }
                if (!one.tryAcquire()) {
                    yield new Answer.Busy();
                }
                try {
                    yield new Answer.Previewed(
                            compare(
                                    realm,
                                    now,
                                    new MatchSettings(rules, now.aliases(), now.separations()),
                                    examplesMax));
                } finally {
                    one.release();
                }
            }
        };
    }

    private Preview compare(RealmId realm, MatchSettings now, MatchSettings then, int examplesMax) {
        List<LiveLedger> both = ledgers.asIf(realm, List.of(now, then), clock.instant());
        return RuleComparison.compare(
                new Run(now.rules(), both.getFirst().standings()),
                new Run(then.rules(), both.getLast().standings()),
                examplesMax,
                line -> records.of(realm, line).words());
    }
}
