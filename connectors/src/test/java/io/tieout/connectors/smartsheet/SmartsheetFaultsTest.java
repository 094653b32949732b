package io.tieout.connectors.smartsheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.VendorJson;
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

class SmartsheetFaultsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");
    private static final QuotaRequest COST =
            QuotaRequest.smartsheet(new ConnectionId("smartsheet:us:main"), 1);

    private final SmartsheetFaults faults = new SmartsheetFaults(Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({
        "429, 4003, Throttled",
        "401, 1002, Unauthorized",
        "401, 1003, Unauthorized",
        "404, 1006, NotFound",
        "403, 1004, Refused",
        "400, 1042, Refused",
        "400, 1036, Refused",
        "410, 4005, Refused",
        "500, 4000, Transient",
        "500, 4002, Transient",
        "500, 4004, Transient",
        "503, 4001, Transient"
    })
    void a_code_has_one_meaning(int status, String code, String kind) {
        VendorFault fault = write(status, code);

        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(fault.errorCode()).isEqualTo("smartsheet-" + code);
        assertThat(fault.trace().reference()).isEqualTo("ref-7");
        assertThat(fault.trace().httpStatus()).isEqualTo(status);
    }

    @Test
    void a_throttled_account_is_left_alone_for_a_minute() {
        assertThat(write(429, "4003"))
                .isInstanceOfSatisfying(
                        VendorFault.Throttled.class,
                        fault -> {
                            assertThat(fault.until()).isEqualTo(NOW.plusSeconds(60));
                            assertThat(fault.byVendor()).isTrue();
                        });
    }

    @Test
    void retry_after_is_honoured_where_given() {
        VendorAnswer answer = new VendorAnswer(429, new byte[0], null, "17");

        assertThat(faults.read(spec(true), answer, NOW))
                .isInstanceOfSatisfying(
                        VendorFault.Throttled.class,
                        fault -> assertThat(fault.until()).isEqualTo(NOW.plusSeconds(17)));
    }

    @ParameterizedTest
    @CsvSource({
        "500, 4000, true",
        "500, 4002, true",
        "500, 4004, false",
        "503, 4001, false",
        "502, , true"
    })
    void a_failed_write_says_whether_it_may_have_happened(
            int status, String code, boolean ambiguous) {
        assertThat(write(status, code))
                .isInstanceOfSatisfying(
                        VendorFault.Transient.class,
                        fault -> assertThat(fault.ambiguous()).isEqualTo(ambiguous));
    }

    @Test
    void a_failed_read_is_never_ambiguous() {
        VendorAnswer answer = new VendorAnswer(502, "<html>".getBytes(UTF_8), null, null);

        VendorFault fault = faults.read(spec(false), answer, NOW);

        assertThat(fault).isEqualTo(new VendorFault.Transient(false, fault.trace()));
        assertThat(fault.errorCode()).isEqualTo("smartsheet-http-502");
    }

    @Test
    void missing_rights_are_told_from_bad_data() {
        assertThat(cause(write(403, "1004"))).isEqualTo(VendorFault.Refused.Cause.PERMISSION);
        assertThat(cause(write(403, "1039"))).isEqualTo(VendorFault.Refused.Cause.PERMISSION);
        assertThat(cause(write(400, "1042"))).isEqualTo(VendorFault.Refused.Cause.DATA);
    }

    @Test
    void a_partial_success_names_the_rows_that_failed() {
        String answer =
                """
                {"message":"PARTIAL_SUCCESS","resultCode":3,"version":84,
                 "result":[{"id":11,"rowNumber":1}],
                 "failedItems":[{"index":1,"rowId":12,
                   "error":{"errorCode":1042,"message":"Wrong type","refId":"r1"}}]}
                """;

        RowsWritten written =
                SmartsheetJson.rowsWritten(
                        VendorJson.read(answer.getBytes(UTF_8)),
                        error -> faults.ofItem("update rows", error));

        assertThat(written.version()).isEqualTo(84L);
        assertThat(written.written()).extracting("value").containsExactly("11");
        RowsWritten.FailedRow failed = written.failed().getFirst();
        assertThat(failed.index()).isEqualTo(1);
        assertThat(failed.rowId()).hasToString("12");
        assertThat(failed.fault()).isInstanceOf(VendorFault.Refused.class);
        assertThat(failed.fault().errorCode()).isEqualTo("smartsheet-1042");
    }

    private VendorFault write(int status, String code) {
        String body =
                code == null
                        ? "Bad Gateway"
                        : """
                        {"errorCode":%s,"message":"No.","refId":"ref-7",
                         "detail":{"index":0,"rowId":12}}
                        """
                                .formatted(code);
        return faults.read(
                spec(true), new VendorAnswer(status, body.getBytes(UTF_8), null, null), NOW);
    }

    private static VendorFault.Refused.Cause cause(VendorFault fault) {
        return ((VendorFault.Refused) fault).cause();
    }

    private static CallSpec spec(boolean mutating) {
        return new CallSpec(COST, "update rows", mutating);
    }
}
