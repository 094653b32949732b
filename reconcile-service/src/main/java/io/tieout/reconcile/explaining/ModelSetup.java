package io.tieout.reconcile.explaining;

import io.tieout.kit.wording.Model;
import io.tieout.kit.wording.OpenAiModel;
import io.tieout.reconcile.ReconcileConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/// Sets up the model when an endpoint is configured; without one the template's words are used.
@ApplicationScoped
class ModelSetup {
    @Produces
    @Singleton
    ModelChoice choice(ReconcileConfig config) {
        ReconcileConfig.Explanations settings = config.explanations();
        Optional<Model> model =
                settings.url()
                        .map(url ->
                                new OpenAiModel(
                                        url,
                                        settings.apiKey(),
                                        settings.model(),
                                        settings.timeout()));
        return new ModelChoice(model, "model:" + settings.model());
    }
}
