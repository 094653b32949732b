package io.tieout.invoice.narrative;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.invoice.InvoiceConfig;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.LaneResult;
import io.tieout.kit.lane.LaneWork;
import io.tieout.kit.wording.Advice;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Asks the model outside any transaction, a bounded number of times; then the template's words do.
@ApplicationScoped
class NarrativeLane implements LaneWork {
    static final String KIND = "narrative";
    private static final Logger LOG = Logger.getLogger(NarrativeLane.class);
    private static final Duration RETRY_DELAY = Duration.ofMillis(500);

    private final WriterChoice choice;
    private final StoreWords storeWords;
    private final InvoiceConfig config;
    private final MeterRegistry registry;
    private final Clock clock;

    NarrativeLane(
            WriterChoice choice,
            StoreWords storeWords,
            InvoiceConfig config,
            MeterRegistry registry,
            Clock clock) {
        this.choice = choice;
        this.storeWords = storeWords;
        this.config = config;
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public LaneResult run(Lane lane) {
        Optional<Narratives.Asked> asked = storeWords.next(lane.key());
        return asked.isEmpty() ? LaneResult.idle() : ask(lane, asked.get());
    }

    private LaneResult ask(Lane lane, Narratives.Asked asked) {
        boolean worthAsking = asked.attempts() <= config.narrative().attemptsMax();
        Advice<NarrativeAnswer> advice =
                choice.writer()
                        .filter(_ -> worthAsking)
                        .map(writer -> writer.write(asked.request()))
                        .orElseGet(() -> new Advice.Unavailable<>("asked often enough"));
        return switch (advice) {
            case Advice.Given<NarrativeAnswer>(NarrativeAnswer answer) -> {
                use(lane, asked, answer);
                yield LaneResult.idle();
            }
            case Advice.Unavailable<NarrativeAnswer>(String why) -> {
                LOG.infof("No words by the model, attempt=%d: %s", asked.attempts(), why);
                if (asked.attempts() < config.narrative().attemptsMax()) {
                    yield LaneResult.again(clock.instant().plus(RETRY_DELAY));
                }
                use(lane, asked, new NarrativeAnswer(List.of()));
                yield LaneResult.idle();
            }
        };
    }

    private void use(Lane lane, Narratives.Asked asked, NarrativeAnswer answer) {
        NarrativeCheck.Checked checked =
                NarrativeCheck.check(asked.request(), answer, config.narrative().lengthMax());
        boolean onlyTemplate = checked.byTemplate() == asked.request().lines().size();
        storeWords.store(
                lane,
                asked.groupKey(),
                onlyTemplate
                        ? Words.byTemplate(checked.descriptions())
                        : new Words(checked.descriptions(), choice.by(), checked.sentences()));
        count("kept", checked.kept());
        count("dropped", checked.dropped());
        count("template", checked.byTemplate());
    }

    private void count(String outcome, int sentences) {
        registry.counter("narrative_sentences", "outcome", outcome).increment(sentences);
    }
}
