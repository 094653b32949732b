package io.tieout.launcher.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsTableTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void shows_every_problem_with_its_remedy() throws IOException {
        JsonNode report =
                new ObjectMapper()
                        .readTree(
                                """
                                {"connections":[{"connection":"quickbooks:7","vendor":"quickbooks",
                                   "state":"NEEDS_REAUTH","tokenAgeSeconds":7300,
                                   "hardExpiresAt":"2031-10-01T00:00:00Z",
                                   "headroom":{"minute":0.93,"second":1.00},
                                   "meteredCalls":1200,"meteredBudget":500000,
                                   "problems":[{"code":"needs-reauth","level":"ERROR",
                                     "text":"Nothing is read or written.","remedy":"Sign in again."}]}],
                                 "companies":[{"realm":"7","name":"Harbor","loading":false,
                                   "polledAt":"2026-11-22T11:59:50Z","problem":"quickbooks-needs-reauth"}],
                                 "sheets":[{"sheetId":"41","webhook":"ENABLED","fits":true}]}
                                """);

        assertThat(String.join("\n", new ConnectionsTable(NOW).lines(report)))
                .contains("quickbooks:7")
                .contains("NEEDS_REAUTH")
                .contains("2 h")
                .contains("2031-10-01")
                .contains("minute 93% second 100%")
                .contains("1200 of 500000 this month")
                .contains("10 s ago")
                .contains("waiting: quickbooks-needs-reauth")
                .contains("ENABLED")
                .contains("ERROR  quickbooks:7: Nothing is read or written.")
                .contains("What to do: Sign in again.");
        assertThat(ConnectionsTable.isWell(report)).isFalse();
    }

    @Test
    void shows_the_headroom_of_each_company_and_what_is_wrong_with_sheets() throws IOException {
        JsonNode report =
                new ObjectMapper()
                        .readTree(
                                """
                                {"connections":[
                                   {"connection":"quickbooks:7","state":"CONNECTED","headroom":{"minute":0.40},"problems":[]},
                                   {"connection":"quickbooks:8","state":"CONNECTED","headroom":{"minute":1.00},"problems":[]}],
                                 "sheets":[
                                   {"sheetId":"41","webhook":"ENABLED","fits":true,"problems":[]},
                                   {"sheetId":"42","webhook":"DISABLED_SCOPE_INACCESSIBLE","fits":true,
                                    "problems":[{"level":"WARNING","text":"The account has lost access.","remedy":"Share the sheet again."}]},
                                   {"sheetId":"43","webhook":"ENABLED","fits":false,
                                    "problems":[{"level":"ERROR","text":"It does not fit its mapping.","remedy":"Rename the column back."}]}]}
                                """);

        List<String> lines = new ConnectionsTable(NOW).lines(report);

        assertThat(lines)
                .anyMatch(line -> line.startsWith("quickbooks:7") && line.contains("minute 40%"))
                .anyMatch(line -> line.startsWith("quickbooks:8") && line.contains("minute 100%"))
                .containsSubsequence(
                        "WARNING  sheet 42: The account has lost access.",
                        "         What to do: Share the sheet again.",
                        "ERROR  sheet 43: It does not fit its mapping.",
                        "         What to do: Rename the column back.");
        assertThat(ConnectionsTable.isWell(report)).isFalse();
    }

    @Test
    void is_not_well_with_a_webhook_that_is_off() throws IOException {
        JsonNode report =
                new ObjectMapper()
                        .readTree(
                                "{\"sheets\":[{\"sheetId\":\"42\",\"fits\":true,\"problems\":[{\"level\":\"WARNING\"}]}]}");

        assertThat(ConnectionsTable.isWell(report)).isFalse();
    }

    @Test
    void says_that_there_are_no_problems() throws IOException {
        JsonNode report =
                new ObjectMapper()
                        .readTree("{\"connections\":[{\"connection\":\"a\",\"problems\":[]}]}");

        assertThat(new ConnectionsTable(NOW).lines(report)).contains("No problems.");
        assertThat(ConnectionsTable.isWell(report)).isTrue();
    }

    @Test
    void an_age_is_told_in_its_fitting_unit() {
        assertThat(ConnectionsTable.age(Duration.ofSeconds(119))).isEqualTo("119 s");
        assertThat(ConnectionsTable.age(Duration.ofMinutes(100))).isEqualTo("100 min");
        assertThat(ConnectionsTable.age(Duration.ofHours(30))).isEqualTo("30 h");
        assertThat(ConnectionsTable.age(Duration.ofDays(3))).isEqualTo("3 d");
    }
}
