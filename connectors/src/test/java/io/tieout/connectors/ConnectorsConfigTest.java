package io.tieout.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.ConfigValidationException;
import io.tieout.model.id.RealmId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorsConfigTest {
    @Test
    void defaults_are_the_vendors_limits() {
        ConnectorsConfig config = TestConfig.defaults();

        assertThat(config.smartsheet().callsPerMinute()).isEqualTo(300);
        assertThat(config.smartsheet().heavyWeight()).isEqualTo(10);
        assertThat(config.smartsheet().changeAgent()).isEqualTo("tieout");
        assertThat(config.quickbooks().callsPerMinute()).isEqualTo(500);
        assertThat(config.quickbooks().callsPerSecond()).isEqualTo(10);
        assertThat(config.quickbooks().batchesPerMinute()).isEqualTo(40);
        assertThat(config.quickbooks().callsAtOnce()).isEqualTo(10);
        assertThat(config.quickbooks().minorVersion()).isEqualTo(75);
        assertThat(config.quota().throttlePause()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.smartsheet().token()).isEmpty();
    }

    @Test
    void empty_first_tokens_count_as_absent() {
        ConnectorsConfig config =
                TestConfig.of(
                        Map.of(
                                "tieout.connectors.smartsheet.token", "",
                                "tieout.connectors.quickbooks.realm", "9130"));

        assertThat(config.smartsheet().token()).isEmpty();
        assertThat(config.quickbooks().realm()).contains(new RealmId("9130"));
    }

    @ParameterizedTest
    @CsvSource({
        "tieout.connectors.quickbooks.page-size, 1001",
        "tieout.connectors.smartsheet.rows-per-read, 0",
        "tieout.connectors.quota.throttle-pause, PT1H",
        "tieout.connectors.quota.arrival, PT2M"
    })
    void a_value_out_of_bounds_stops_the_start(String key, String value) {
        assertThatThrownBy(() -> TestConfig.of(Map.of(key, value)))
                .isInstanceOf(ConfigValidationException.class)
                .hasMessageContaining(key);
    }
}
