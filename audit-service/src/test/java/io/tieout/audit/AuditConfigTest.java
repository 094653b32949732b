package io.tieout.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditConfigTest {
    @Test
    void needs_keys_and_a_file_for_heads_and_has_a_value_for_the_rest() {
        AuditConfig config = config(Map.of());

        assertThat(config.policyFile()).isEmpty();
        assertThat(config.billingRulesFile()).isEmpty();
        assertThat(config.review().recheckDelay()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.review().patience()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.anchor().interval()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void reads_what_it_is_told() {
        AuditConfig config =
                config(
                        Map.of(
                                "tieout.audit.policy-file", "/etc/tieout/policy.json",
                                "tieout.audit.review.patience", "PT2M"));

        assertThat(config.policyFile()).contains(Path.of("/etc/tieout/policy.json"));
        assertThat(config.review().patience()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.keys().consolePublicKey()).isEqualTo("b");
    }

    @Test
    void stops_the_start_over_a_time_that_is_none() {
        assertThatThrownBy(() -> config(Map.of("tieout.audit.review.patience", "soon")))
                .hasMessageContaining("patience");
    }

    private static AuditConfig config(Map<String, String> told) {
        Map<String, String> all = new HashMap<>(told);
        all.put("tieout.audit.keys.private-key", "a");
        all.put("tieout.audit.keys.console-public-key", "b");
        all.put("tieout.audit.keys.ingest-public-key", "c");
        all.put("tieout.audit.anchor.file", "heads.ndjson");
        return new SmallRyeConfigBuilder()
                .withMapping(AuditConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(AuditConfig.class);
    }
}
