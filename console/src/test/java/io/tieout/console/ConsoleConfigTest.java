package io.tieout.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleConfigTest {
    private static final Map<String, String> NEEDED =
            Map.of(
                    "tieout.console.url", "https://tieout.example",
                    "tieout.console.people-file", "people.json",
                    "tieout.console.private-key", "key",
                    "tieout.console.link-secret", "secret");

    @Test
    void needs_little_and_waits_shortly() {
        ConsoleConfig config = config(Map.of());

        assertThat(config.patience()).isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(config.session()).isEqualTo(Duration.ofHours(10));
        assertThat(config.limits().pageSize()).isEqualTo(50);
        assertThat(config.demoUsersShown()).isFalse();
        assertThat(config.services()).isEmpty();
    }

    @Test
    void lets_the_severity_say_when_an_exception_is_due_and_takes_other_days() {
        ConsoleConfig config =
                config(
                        Map.of(
                                "tieout.console.exceptions.due.error", "2",
                                "tieout.console.exceptions.time-zone", "America/New_York"));

        assertThat(config.exceptions().due().error()).isEqualTo(2);
        assertThat(config.exceptions().due().warning()).isEqualTo(5);
        assertThat(config.exceptions().timeZone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @Test
    void does_not_start_without_its_key() {
        Map<String, String> without = new HashMap<>(NEEDED);
        without.remove("tieout.console.private-key");

        assertThatThrownBy(() -> build(without)).hasMessageContaining("private-key");
    }

    private static ConsoleConfig config(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(NEEDED);
        all.putAll(more);
        return build(all).getConfigMapping(ConsoleConfig.class);
    }

    private static SmallRyeConfig build(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .withMapping(ConsoleConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build();
    }
}
