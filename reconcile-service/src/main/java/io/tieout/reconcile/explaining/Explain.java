package io.tieout.reconcile.explaining;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.kit.wording.Advice;
import io.tieout.kit.wording.Model;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.ReconcileConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.logging.Logger;

/// Asks the model for the words of one discrepancy, outside any transaction and at most once for
/// the same facts.
@ApplicationScoped
public class Explain {
    private static final Logger LOG = Logger.getLogger(Explain.class);

    private final ModelChoice choice;
    private final Explanations explanations;
    private final ReconcileConfig config;
    private final MeterRegistry meters;
    private final Clock clock;

    Explain(
            ModelChoice choice,
            Explanations explanations,
            ReconcileConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.choice = choice;
        this.explanations = explanations;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
    }

    /// Whether the model could be asked; what came of it stands in `Explanations`.
    public boolean handle(RealmId realm, Facts facts) {
        String key = facts.key();
        if (choice.model().isEmpty() || !explanations.begin(realm, key, clock.instant())) {
            return true;
        }
        Model model = choice.model().get();
        return switch (model.ask(ExplanationPrompt.of(facts), ExplanationAnswer.class)) {
            case Advice.Given<ExplanationAnswer>(ExplanationAnswer answer) -> {
                use(key, facts, answer);
                yield true;
            }
            case Advice.Unavailable<ExplanationAnswer>(String why) -> {
                LOG.infof("No explanation by the model: %s", why);
                count("unavailable");
                yield false;
            }
        };
    }

    private void use(String key, Facts facts, ExplanationAnswer answer) {
        switch (ExplanationCheck.check(facts, answer, config.explanations().lengthMax())) {
            case ExplanationCheck.Checked.Taken(String text) -> {
                explanations.store(key, new Explanation(text, choice.by()));
                count("taken");
            }
            case ExplanationCheck.Checked.Refused(String why) -> {
                LOG.infof("An explanation by the model is not used: %s", why);
                count("refused");
            }
        }
    }

    private void count(String outcome) {
        meters.counter("explanations", "outcome", outcome).increment();
    }
}
