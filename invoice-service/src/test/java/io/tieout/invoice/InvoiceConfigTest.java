package io.tieout.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InvoiceConfigTest {
    private static final Map<String, String> NEEDED =
            Map.of(
                    "tieout.invoice.billing-rules-file", "rules.json",
                    "tieout.invoice.console-url", "http://localhost:8400",
                    "tieout.invoice.link-secret", "s");

    private static InvoiceConfig config(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(NEEDED);
        all.putAll(more);
        return new SmallRyeConfigBuilder()
                .withMapping(InvoiceConfig.class)
                .withDefaultValues(all)
                .withConverter(java.nio.file.Path.class, 200, text -> java.nio.file.Path.of(text))
                .build()
                .getConfigMapping(InvoiceConfig.class);
    }

    @Test
    void has_defaults_for_all_but_what_only_the_environment_knows() {
        InvoiceConfig config = config(Map.of());

        assertThat(config.timeZone()).isEqualTo(java.time.ZoneId.of("UTC"));
        assertThat(config.narrative().url()).isEmpty();
        assertThat(config.narrative().lengthMax()).isEqualTo(300);
        assertThat(config.narrative().timeout()).isEqualTo(Duration.ofSeconds(20));
        assertThat(config.narrative().attemptsMax()).isEqualTo(2);
    }

    @Test
    void can_be_told_everything() {
        InvoiceConfig config =
                config(
                        Map.of(
                                "tieout.invoice.time-zone", "Z",
                                "tieout.invoice.narrative.url", "http://localhost:1/v1",
                                "tieout.invoice.narrative.length-max", "120"));

        assertThat(config.timeZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(config.narrative().url()).contains(URI.create("http://localhost:1/v1"));
        assertThat(config.narrative().lengthMax()).isEqualTo(120);
    }

    @Test
    void refuses_to_do_without_a_secret() {
        assertThatThrownBy(() ->
                        new SmallRyeConfigBuilder()
                                .withMapping(InvoiceConfig.class)
                                .withConverter(
                                        java.nio.file.Path.class,
                                        200,
                                        text -> java.nio.file.Path.of(text))
                                .build())
                .hasMessageContaining("tieout.invoice.link-secret");
    }
}
