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
    private static final String CONNECTION = "tieout.connectors.smartsheet.connection";

    @ParameterizedTest
    @CsvSource({
        "us,https://api.smartsheet.com/2.0",
        "eu,https://api.smartsheet.eu/2.0",
        "gov,https://api.smartsheetgov.com/2.0",
        "au,https://api.smartsheet.au/2.0"
    })
    void each_region_has_its_own_address_and_connection(String region, String url) {
        SmallRyeConfig config = config(Map.of("TIEOUT_SMARTSHEET_REGION", region));

        assertThat(config.getValue(URL, String.class)).isEqualTo(url);
        assertThat(config.getValue(CONNECTION, String.class))
                .isEqualTo("smartsheet:" + region + ":main");
    }

    @Test
    void an_address_of_its_own_wins() {
        assertThat(
                        config(Map.of("TIEOUT_SMARTSHEET_URL", "http://localhost:1/2.0"))
                                .getValue(URL, String.class))
                .isEqualTo("http://localhost:1/2.0");
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
