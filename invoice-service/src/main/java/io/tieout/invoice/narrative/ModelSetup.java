package io.tieout.invoice.narrative;

import io.tieout.invoice.InvoiceConfig;
import io.tieout.kit.wording.OpenAiModel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Sets up the model when an endpoint is configured; without one there is no writer.
@ApplicationScoped
class ModelSetup {
    @Produces
    @Singleton
    WriterChoice writer(InvoiceConfig config) {
        InvoiceConfig.Narrative narrative = config.narrative();
        Optional<Writer> writer =
                narrative
                        .url()
                        .map(url ->
                                new ModelWriter(
                                        new OpenAiModel(
                                                url,
                                                narrative.apiKey(),
                                                narrative.model(),
                                                narrative.timeout())));
        return new WriterChoice(writer, "model:" + narrative.model());
    }
}
