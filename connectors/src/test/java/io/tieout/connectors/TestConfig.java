package io.tieout.connectors;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/// The module's configuration outside a running application.
public final class TestConfig {
    public static final String TOKEN_KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private static final Validator VALIDATOR =
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();

    private TestConfig() {}

    public static ConnectorsConfig of(Map<String, String> properties) {
        Map<String, String> all = new HashMap<>();
        all.put("tieout.connectors.database.url", "jdbc:postgresql://localhost/tieout");
        all.put("tieout.connectors.database.owner-user", "owner");
        all.put("tieout.connectors.database.owner-password", "any");
        all.put("tieout.connectors.token-key", TOKEN_KEY);
        all.put(
                "tieout.connectors.smartsheet.authorize-url",
                "https://app.smartsheet.com/b/authorize");
        all.putAll(properties);
        SmallRyeConfig config =
                new SmallRyeConfigBuilder()
                        .withConverter(Duration.class, 200, new DurationConverter())
                        .withValidator((BeanValidationConfigValidator) () -> VALIDATOR)
                        .withMapping(ConnectorsConfig.class)
                        .withSources(new PropertiesConfigSource(all, "test", 500))
                        .withValidateUnknown(false)
                        .build();
        return config.getConfigMapping(ConnectorsConfig.class);
    }

    public static ConnectorsConfig defaults() {
        return of(Map.of());
    }
}
