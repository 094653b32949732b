package io.tieout.connectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0.1", "150.00", "1234567890123456.78", "0.30000", "100", "-12.5", "1e3"})
    void a_number_keeps_every_digit(String number) {
        JsonNode node = VendorJson.read(("{\"Amount\":" + number + "}").getBytes(UTF_8));

        assertThat(node.path("Amount").decimalValue()).isEqualTo(new BigDecimal(number));
    }

    @Test
    void what_is_read_is_written_alike() {
        byte[] bytes = "{\"Amount\":150.00,\"Qty\":0.10}".getBytes(UTF_8);

        assertThat(VendorJson.write(VendorJson.read(bytes))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-22T15:00:00Z",
                "2026-11-22T07:00:00-08:00",
                "2026-11-22T15:00:00.000+00:00"
            })
    void instants_come_in_several_forms(String text) {
        JsonNode node = VendorJson.read(("{\"at\":\"" + text + "\"}").getBytes(UTF_8));

        assertThat(VendorJson.instant(node, "at")).isEqualTo(Instant.parse("2026-11-22T15:00:00Z"));
    }

    @Test
    void no_json_is_a_missing_node() {
        assertThat(VendorJson.read("<html>".getBytes(UTF_8)).isMissingNode()).isTrue();
        assertThat(VendorJson.read(new byte[0]).isMissingNode()).isTrue();
    }
}
