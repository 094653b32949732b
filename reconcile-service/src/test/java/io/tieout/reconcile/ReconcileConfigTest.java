package io.tieout.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.validator.BeanValidationConfigValidator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReconcileConfigTest {
    private static final Validator VALIDATOR =
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();

    @Test
    void has_defaults_for_all() {
        assertThat(config(Map.of()).linger()).isEqualTo(Duration.ofMillis(500));
        assertThat(config(Map.of()).rowsPerTransaction()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"tieout.reconcile.linger, PT1H", "tieout.reconcile.rows-per-transaction, 0"})
    void a_value_out_of_bounds_stops_the_start(String key, String value) {
        assertThatThrownBy(() -> config(Map.of(key, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key);
    }

    private static ReconcileConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .withMapping(ReconcileConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withValidator((BeanValidationConfigValidator) () -> VALIDATOR)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(ReconcileConfig.class);
    }
}
