package io.tieout.writeback;

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

class WritebackConfigTest {
    private static final Validator VALIDATOR =
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator();

    @Test
    void has_defaults_for_all_but_the_key() {
        WritebackConfig config = config(Map.of());
        assertThat(config.realm().batchMax()).isEqualTo(30);
        assertThat(config.sheet().rowsMax()).isEqualTo(500);
        assertThat(config.recovery().trustWindow()).isEqualTo(Duration.ofHours(12));
    }

    @ParameterizedTest
    @CsvSource({
        "tieout.writeback.audit-public-key, ''",
        "tieout.writeback.realm.batch-max, 31",
        "tieout.writeback.sheet.rows-max, 501",
        "tieout.writeback.recovery.trust-window, PT100H"
    })
    void a_value_out_of_bounds_stops_the_start(String key, String value) {
        assertThatThrownBy(() -> config(Map.of(key, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key);
    }

    private static WritebackConfig config(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("tieout.writeback.audit-public-key", "key");
        all.putAll(settings);
        return new SmallRyeConfigBuilder()
                .withMapping(WritebackConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withValidator((BeanValidationConfigValidator) () -> VALIDATOR)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(WritebackConfig.class);
    }
}
