package io.tieout.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {
    private static final String URL = "quarkus.rest-client.smartsheet.url";
    private static final String TOKENS = "quarkus.rest-client.smartsheet-oauth.url";
    private static final String SIGN_IN = "tieout.connectors.smartsheet.authorize-url";
    private static final String CONNECTION = "tieout.connectors.smartsheet.connection";

    @ParameterizedTest
    @CsvSource({
        "us,https://api.smartsheet.com/2.0,https://app.smartsheet.com/b/authorize",
        "eu,https://api.smartsheet.eu/2.0,https://app.smartsheet.eu/b/authorize",
        "gov,https://api.smartsheetgov.com/2.0,https://app.smartsheetgov.com/b/authorize",
        "au,https://api.smartsheet.au/2.0,https://app.smartsheet.au/b/authorize"
    })
    void each_region_has_its_own_addresses_and_connection(
            String region, String url, String signIn) {
        SmallRyeConfig config = config(Map.of("TIEOUT_SMARTSHEET_REGION", region));

        assertThat(config.getValue(URL, String.class)).isEqualTo(url);
        assertThat(config.getValue(TOKENS, String.class)).isEqualTo(url + "/token");
        assertThat(config.getValue(SIGN_IN, String.class)).isEqualTo(signIn);
        assertThat(config.getValue(CONNECTION, String.class))
                .isEqualTo("smartsheet:" + region + ":main");
    }

    @Test
    void an_address_of_its_own_wins_and_issues_the_tokens_too() {
        SmallRyeConfig config = config(Map.of("TIEOUT_SMARTSHEET_URL", "http://localhost:1/2.0"));

        assertThat(config.getValue(URL, String.class)).isEqualTo("http://localhost:1/2.0");
        assertThat(config.getValue(TOKENS, String.class)).isEqualTo("http://localhost:1/2.0/token");
    }

    @Test
    void what_is_not_published_can_be_set() {
        SmallRyeConfig config =
                config(
                        Map.of(
                                "TIEOUT_SMARTSHEET_REGION", "eu",
                                "TIEOUT_SMARTSHEET_OAUTH_URL", "https://tokens.example",
                                "TIEOUT_SMARTSHEET_AUTHORIZE_URL", "https://sign-in.example"));

        assertThat(config.getValue(TOKENS, String.class)).isEqualTo("https://tokens.example");
        assertThat(config.getValue(SIGN_IN, String.class)).isEqualTo("https://sign-in.example");
    }

    private static SmallRyeConfig config(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(environment);
        Properties properties = new Properties();
        try (InputStream in =
                ConnectorsConfig.class.getResourceAsStream(
                        "/META-INF/microprofile-config.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        properties.stringPropertyNames().stream()
                .filter(name -> name.contains("smartsheet"))
                .forEach(name -> all.putIfAbsent(name, properties.getProperty(name)));
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build();
    }
}
