package io.tieout.connectors.quickbooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.call.CallSpec;
import io.tieout.connectors.call.VendorAnswer;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.quota.QuotaRequest;
import io.tieout.model.id.ConnectionId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuickBooksFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private final QuickBooksFaults faults = new QuickBooksFaults(Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({
        "429, 3001, Throttled, 3001",
        "403, 3001, Throttled, 3001",
        "403, 003001, Throttled, 3001",
        "401, 003200, Unauthorized, 3200",
        "401, 100, Unauthorized, 100",
        "403, 120, Refused, 120",
        "400, 130, Transient, 130",
        "400, 600, Transient, 600",
        "400, 610, NotFound, 610",
        "400, 2010, Refused, 2010",
        "400, 2500, Refused, 2500",
        "400, 5010, StaleObject, 5010",
        "400, 6070, Refused, 6070",
        "400, 6140, Refused, 6140",
        "400, 6190, Refused, 6190",
        "400, 6210, Refused, 6210",
        "400, 6240, Refused, 6240",
        "500, 10000, Transient, 10000"
    })
    void a_code_has_one_meaning(int status, String code, String kind, String stable) {
        VendorFault fault = write(status, body(code));

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.errorCode()).isEqualTo("quickbooks-" + stable);
        assertThat(fault.trace().reference()).isEqualTo("tid-1");
        assertThat(fault.trace().detail()).isEqualTo("More about it");
    }

    @Test
    void a_fault_inside_a_200_is_a_fault() {
        assertThat(write(200, body("6000"))).isInstanceOf(VendorFault.Refused.class);
    }

    @Test
    void a_200_without_fault_is_a_success() {
        assertThat(write(200, "{\"Invoice\":{\"Id\":\"1\"}}")).isNull();
        assertThat(write(200, "%PDF-1.7 ...")).isNull();
    }

    @Test
    void the_gateways_lower_case_envelope_is_understood() {
        VendorFault fault =
                write(
                        401,
                        """
                        {"fault":{"error":[{"code":"3200","message":"Token expired"}],
                         "type":"AUTHENTICATION"}}
                        """);

        assertThat(fault).isInstanceOf(VendorFault.Unauthorized.class);
        assertThat(fault.trace().message()).isEqualTo("Token expired");
    }

    @ParameterizedTest
    @CsvSource({
        "502, Transient",
        "503, Transient",
        "504, Transient",
        "404, NotFound",
        "413, Refused"
    })
    void without_a_code_the_status_decides(int status, String kind) {
        VendorFault fault = write(status, "<html>no json</html>");

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.errorCode()).isEqualTo("quickbooks-http-" + status);
    }

    @Test
    void a_gateway_error_on_a_write_is_ambiguous_and_on_a_read_is_not() {
        assertThat(write(502, "")).extracting("ambiguous").isEqualTo(true);
        assertThat(faults.read(spec(false), answer(502, ""), NOW))
                .extracting("ambiguous")
                .isEqualTo(false);
    }

    @Test
    void a_company_under_maintenance_did_nothing() {
        assertThat(write(400, body("150"))).extracting("ambiguous").isEqualTo(false);
    }

    @Test
    void a_throttled_item_of_a_batch_waits_a_minute() {
        VendorFault fault =
                faults.ofItem(
                        spec(true),
                        "tid-1",
                        QuickBooksFaults.fault(answer(200, body("3001")).json()),
                        NOW);

        assertThat(fault).extracting("until").isEqualTo(NOW.plusSeconds(60));
    }

    private VendorFault write(int status, String body) {
        return faults.read(spec(true), answer(status, body), NOW);
    }

    private static VendorAnswer answer(int status, String body) {
        return new VendorAnswer(status, body.getBytes(UTF_8), "tid-1", null);
    }

    private static String body(String code) {
        return """
        {"Fault":{"Error":[{"Message":"Something","Detail":"More about it","code":"%s",
         "element":""}],"type":"ValidationFault"},"time":"2026-11-22T07:00:00.000-08:00"}
        """
                .formatted(code);
    }

    private static CallSpec spec(boolean mutating) {
        ConnectionId connection = new ConnectionId("quickbooks:1");
        return new CallSpec(QuotaRequest.quickBooksWrite(connection), "create invoice", mutating);
    }
}
