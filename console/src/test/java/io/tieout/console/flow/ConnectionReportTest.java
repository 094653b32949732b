package io.tieout.console.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tieout.console.live.ConnectionNews;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionReportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");
    private static final String TOLD =
            """
            [{"connection": "smartsheet:us:main", "state": "CONNECTED", "tokenRotatedAt": "2026-11-22T11:00:00Z",
              "tokenExpiresAt": "2026-11-22T19:00:00Z", "somethingNew": 7,
              "webhooks": [{"sheet": "Billing", "state": "ENABLED"}, {"sheet": "Costs", "state": "DISABLED"}],
              "problems": [{"code": "webhook-disabled", "what": "The webhook of Costs is disabled.",
                            "remedy": "It is enabled again by itself; if it is not in an hour, connect again."}]}]
            """;

    @Test
    void keeps_whatever_a_service_names() {
        ConnectionReport report = ConnectionReport.read("ingest-service", TOLD).getFirst();

        assertThat(report.connection()).isEqualTo("smartsheet:us:main");
        assertThat(report.state()).isEqualTo("CONNECTED");
        assertThat(report.facts()).contains(new ConnectionReport.Fact("somethingNew", "7"));
        assertThat(report.parts()).hasSize(2);
        assertThat(report.problems().getFirst().remedy()).startsWith("It is enabled again");
    }

    @Test
    void shows_times_as_ages_and_problems_with_their_remedy() {
        List<ConnectionReport> reports = ConnectionReport.read("ingest-service", TOLD);

        FlowPage.Connection shown =
                new VendorViews(List.of(), reports, Map.of(), NOW)
                        .connections(
                                List.of(
                                        new ConnectionNews.Newest(
                                                "smartsheet:us:main",
                                                "smartsheet.rows.v1",
                                                NOW.minusSeconds(90))))
                        .getFirst();

        assertThat(shown.title()).isEqualTo("Smartsheet, us main");
        assertThat(shown.state().word()).isEqualTo("needs somebody");
        assertThat(shown.facts())
                .anySatisfy(fact -> {
                    assertThat(fact.name()).isEqualTo("Token expires");
                    assertThat(fact.at()).isNotNull();
                    assertThat(fact.at().shown()).isEqualTo("in 5 h");
                })
                .anySatisfy(fact -> {
                    assertThat(fact.name()).isEqualTo("Newest row");
                    assertThat(fact.at().shown()).isEqualTo("1 min");
                });
        assertThat(shown.tables().getFirst().columns()).containsExactly("Sheet", "State");
        assertThat(Troubles.of(List.of(), reports, List.of()).getFirst().remedy())
                .startsWith("It is enabled again");
    }

    @Test
    void says_headroom_and_ages_once_and_in_words() {
        List<ConnectionReport> reports =
                ConnectionReport.read(
                        "ingest-service",
                        """
                        {"connections": [{"connection": "quickbooks:1", "vendor": "quickbooks", "state": "CONNECTED",
                          "tokenAgeSeconds": 11400, "headroom": {"per-minute": 0.99, "at-once": 1, "per-second": 1},
                          "meteredCalls": 1200, "meteredBudget": 500000,
                          "problems": [{"code": "quota", "level": "WARNING", "text": "Few are left.", "remedy": "Wait."}]}]}
                        """);
        ServiceLook look =
                new ServiceLook(
                        "writeback-service",
                        "up",
                        "",
                        List.of(new ServiceLook.Quota("quickbooks", "per-minute", 0.9)),
                        List.of(),
                        0);

        FlowPage.Connection shown =
                new VendorViews(List.of(look), reports, Map.of(), NOW)
                        .connections(List.of())
                        .getFirst();

        assertThat(shown.facts())
                .extracting(FlowPage.Fact::name, FlowPage.Fact::value)
                .containsExactly(
                        tuple("Token", "3 h old"),
                        tuple("Billed reads this month", "1,200 of 500,000"));
        assertThat(shown.quotas())
                .extracting(FlowPage.Headroom::bucket, FlowPage.Headroom::percent)
                .containsExactly(
                        tuple("at once", 100), tuple("per minute", 90), tuple("per second", 100));
        assertThat(reports.getFirst().problems().getFirst().what()).isEqualTo("Few are left.");
    }

    @Test
    void says_which_service_quota_and_group_need_somebody() {
        List<FlowPage.Trouble> troubles =
                Troubles.of(
                        List.of(
                                ServiceLook.outOfReach("audit-service", "no answer at http://x"),
                                new ServiceLook(
                                        "ingest-service",
                                        "up",
                                        "",
                                        List.of(
                                                new ServiceLook.Quota(
                                                        "smartsheet", "per-minute", 0.1)),
                                        List.of(),
                                        0)),
                        List.of(),
                        List.of(
                                new GroupLag("invoice-service", "a", 900),
                                new GroupLag("invoice-service", "b", 200)));

        assertThat(troubles)
                .extracting(FlowPage.Trouble::what)
                .containsExactly(
                        "audit-service no answer at http://x.",
                        "10 % of the per-minute quota of smartsheet is left.",
                        "invoice-service is 1,100 records behind.");
        assertThat(troubles).allSatisfy(one -> assertThat(one.remedy()).isNotBlank());
    }

    @Test
    void takes_an_answer_of_another_kind_for_nothing() {
        assertThat(ConnectionReport.read("x", "<html>")).isEmpty();
        assertThat(ConnectionReport.read("x", "{}")).isEmpty();
        assertThat(ConnectionReport.read("x", "[1, null, \"a\"]")).isEmpty();
    }
}
