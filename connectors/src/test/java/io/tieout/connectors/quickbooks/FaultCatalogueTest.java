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
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One line per row of Intuit's table: HTTP status, code, what is done, and the kind of fault that
/// a lane sees.
class FaultCatalogueTest {
    private static final Instant NOW = Instant.parse("2026-11-22T15:00:00Z");

    private final QuickBooksFaults faults = new QuickBooksFaults(Duration.ofSeconds(60));

    @ParameterizedTest
    @CsvSource({
        "401, 003200, RENEW_TOKEN, Unauthorized",
        "401, 100, RENEW_TOKEN, Unauthorized",
        "401, 110, RENEW_TOKEN, Unauthorized",
        "403, 120, STOP_COMPANY, Refused",
        "400, 5020, STOP_COMPANY, Refused",
        "403, 3001, WAIT, Throttled",
        "429, 3001, WAIT, Throttled",
        "400, 130, LATER, Transient",
        "400, 140, LATER, Transient",
        "400, 150, LATER, Transient",
        "400, 500, CORRECT_REQUEST, Refused",
        "400, 600, LOOK_AND_REPEAT, Transient",
        "400, 2130, CORRECT_REQUEST, Refused",
        "400, 610, RESOLVE_AGAIN, NotFound",
        "400, 620, ASK_PERSON, Refused",
        "400, 700, ASK_PERSON, Refused",
        "400, 800, ASK_PERSON, Refused",
        "400, 900, ASK_PERSON, Refused",
        "400, 1040, SPLIT, Refused",
        "400, 2010, CORRECT_REQUEST, Refused",
        "400, 2020, CORRECT_REQUEST, Refused",
        "400, 2030, CORRECT_REQUEST, Refused",
        "400, 2040, CORRECT_REQUEST, Refused",
        "400, 2050, CORRECT_REQUEST, Refused",
        "400, 2060, CORRECT_REQUEST, Refused",
        "400, 2070, CORRECT_REQUEST, Refused",
        "400, 2080, CORRECT_REQUEST, Refused",
        "400, 2090, CORRECT_REQUEST, Refused",
        "400, 2100, CORRECT_REQUEST, Refused",
        "400, 2110, CORRECT_REQUEST, Refused",
        "400, 2170, CORRECT_REQUEST, Refused",
        "400, 2250, CORRECT_REQUEST, Refused",
        "400, 2260, CORRECT_REQUEST, Refused",
        "400, 2270, CORRECT_REQUEST, Refused",
        "400, 2280, CORRECT_REQUEST, Refused",
        "400, 2290, CORRECT_REQUEST, Refused",
        "400, 2300, CORRECT_REQUEST, Refused",
        "400, 2500, RESOLVE_AGAIN, Refused",
        "400, 3000, CORRECT_REQUEST, Refused",
        "400, 4000, CORRECT_REQUEST, Refused",
        "400, 4001, CORRECT_REQUEST, Refused",
        "400, 4002, REPEAT_ONCE, Transient",
        "400, 5010, READ_AGAIN, StaleObject",
        "400, 5030, ASK_PERSON, Refused",
        "400, 6000, ASK_PERSON, Refused",
        "400, 6010, CORRECT_REQUEST, Refused",
        "400, 6020, CORRECT_REQUEST, Refused",
        "400, 6030, CORRECT_REQUEST, Refused",
        "400, 6040, CORRECT_REQUEST, Refused",
        "400, 6041, CORRECT_REQUEST, Refused",
        "400, 6050, CORRECT_REQUEST, Refused",
        "400, 6070, CORRECT_REQUEST, Refused",
        "400, 6080, CORRECT_REQUEST, Refused",
        "400, 6100, CORRECT_REQUEST, Refused",
        "400, 6140, LOOK_FOR_OURS, Refused",
        "400, 6170, CORRECT_REQUEST, Refused",
        "400, 6180, CORRECT_REQUEST, Refused",
        "400, 6190, STOP_COMPANY, Refused",
        "400, 6200, PERIOD_CLOSED, Refused",
        "400, 6210, PERIOD_CLOSED, Refused",
        "400, 6220, ASK_PERSON, Refused",
        "400, 6240, LOOK_FOR_OURS, Refused",
        "400, 6250, RESOLVE_AGAIN, Refused",
        "400, 6270, ASK_PERSON, Refused",
        "400, 6280, ASK_PERSON, Refused",
        "400, 6290, CORRECT_REQUEST, Refused",
        "400, 6300, CORRECT_REQUEST, Refused",
        "400, 6310, CORRECT_REQUEST, Refused",
        "400, 6320, CORRECT_REQUEST, Refused",
        "400, 6330, CORRECT_REQUEST, Refused",
        "400, 6340, CORRECT_REQUEST, Refused",
        "400, 6350, CORRECT_REQUEST, Refused",
        "400, 6360, CORRECT_REQUEST, Refused",
        "400, 6370, CORRECT_REQUEST, Refused",
        "400, 6380, CORRECT_REQUEST, Refused",
        "400, 6390, CORRECT_REQUEST, Refused",
        "400, 6400, ASK_PERSON, Refused",
        "400, 6430, CORRECT_REQUEST, Refused",
        "400, 6440, ASK_PERSON, Refused",
        "400, 6450, ASK_PERSON, Refused",
        "400, 6480, ASK_PERSON, Refused",
        "400, 6540, ASK_PERSON, Refused",
        "500, 10000, LOOK_AND_REPEAT, Transient",
        "400, 10100, PAGE, Refused",
        "400, 10200, RELOAD, Refused",
        "413, http-413, SPLIT, Refused",
        "502, http-502, LOOK_AND_REPEAT, Transient",
        "503, http-503, LOOK_AND_REPEAT, Transient",
        "504, http-504, LOOK_AND_REPEAT, Transient",
        "418, 99999, CORRECT_REQUEST, Refused"
    })
    void a_code_is_acted_upon_as_the_table_says(
            int status, String code, FaultAction action, String kind) {
        VendorFault fault = fault(status, code, "Something");

        FaultCatalogue.Row row =
                FaultCatalogue.row(status, fault.trace().code(), fault.trace().message());
        assertThat(row.action()).isEqualTo(action);
        assertThat(fault.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(row.meaning()).isNotBlank();
    }

    @Test
    void every_row_has_its_line_above() throws NoSuchMethodException {
        CsvSource lines =
                FaultCatalogueTest.class
                        .getDeclaredMethod(
                                "a_code_is_acted_upon_as_the_table_says",
                                int.class,
                                String.class,
                                FaultAction.class,
                                String.class)
                        .getAnnotation(CsvSource.class);
        var tested =
                Arrays.stream(lines.value())
                        .map(line -> line.split(", ")[1].replaceFirst("^0+", ""))
                        .collect(Collectors.toSet());

        var codes =
                StreamSupport.stream(FaultCatalogue.all().spliterator(), false)
                        .map(FaultCatalogue.Row::code)
                        .toList();

        assertThat(tested).containsAll(codes);
    }

    @Test
    void whatever_needs_a_person_says_what_to_do() {
        for (FaultCatalogue.Row row : FaultCatalogue.all()) {
            switch (row.action()) {
                case ASK_PERSON, STOP_COMPANY, PERIOD_CLOSED, LOOK_FOR_OURS, CORRECT_REQUEST ->
                        assertThat(row.remedy()).as(row.code()).isNotBlank();
                case RENEW_TOKEN,
                        WAIT,
                        LATER,
                        LOOK_AND_REPEAT,
                        REPEAT_ONCE,
                        READ_AGAIN,
                        RESOLVE_AGAIN,
                        SPLIT,
                        PAGE,
                        RELOAD -> {}
            }
        }
    }

    @Test
    void a_duplicate_number_is_one_under_either_code() {
        assertThat(FaultCatalogue.row(400, "6240", "Duplicate Document Number Error").code())
                .isEqualTo("6140");
        assertThat(FaultCatalogue.row(400, "6240", "Duplicate Name Exists Error").code())
                .isEqualTo("6240");
    }

    private VendorFault fault(int status, String code, String message) {
        CallSpec call =
                new CallSpec(
                        QuotaRequest.quickBooksWrite(new ConnectionId("quickbooks:1")),
                        "create invoice",
                        true);
        String body =
                code.startsWith("http-")
                        ? "<html>"
                        : "{\"Fault\":{\"Error\":[{\"Message\":\"%s\",\"code\":\"%s\"}]}}"
                                .formatted(message, code);
        VendorFault fault =
                faults.read(call, new VendorAnswer(status, body.getBytes(UTF_8), "tid", null), NOW);
        assertThat(fault).isNotNull();
        return java.util.Objects.requireNonNull(fault);
    }
}
