package io.tieout.invoice.narrative;

import io.tieout.invoice.InvoiceConfig;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.kit.lane.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/// Words for a draft: at once from the template when no model is configured, otherwise as soon as
/// the model has been asked. Nothing but the words depends on it.
@ApplicationScoped
public class Narrator {
    private final WriterChoice choice;
    private final Narratives narratives;
    private final Lanes lanes;
    private final Clock clock;
    private final InvoiceConfig config;

    Narrator(
            WriterChoice choice,
            Narratives narratives,
            Lanes lanes,
            Clock clock,
            InvoiceConfig config) {
        this.choice = choice;
        this.narratives = narratives;
        this.lanes = lanes;
        this.clock = clock;
        this.config = config;
    }

    /// The words; empty when they were only asked for, and the draft's lane will be woken.
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Words> words(String groupKey, InvoiceDraft draft) {
        Words template = Template.of(draft, config.narrative().lengthMax());
        if (choice.writer().isEmpty()) {
            return Optional.of(template);
        }
        NarrativeRequest request = NarrativeRequest.of(draft, template);
        String key = request.key();
        Optional<Words> words = narratives.words(key);
        if (words.isEmpty()) {
            narratives.ask(key, groupKey, request);
            lanes.wake(NarrativeLane.KIND, key, clock.instant());
        }
        return words;
    }
}
