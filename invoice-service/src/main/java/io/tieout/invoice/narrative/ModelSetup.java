package io.tieout.invoice.narrative;

import dev.langchain4j.model.openai.OpenAiChatModel;
import io.tieout.invoice.InvoiceConfig;
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
                                new BoundedWriter(
                                        new ModelWriter(
                                                OpenAiChatModel.builder()
                                                        .baseUrl(url.toString())
                                                        .apiKey(narrative.apiKey())
                                                        .modelName(narrative.model())
                                                        .timeout(narrative.timeout())
                                                        .temperature(0.0)
                                                        .maxRetries(0)
                                                        .strictJsonSchema(true)
                                                        .build()),
                                        narrative.timeout()));
        return new WriterChoice(writer, "model:" + narrative.model());
    }
}
