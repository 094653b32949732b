package io.tieout.connectors.quickbooks.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.connectors.VendorJson;
import io.tieout.connectors.call.UnreadableAnswer;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.quickbooks.AccountingMethod;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final String HEADER =
            """
            {"Time":"2020-09-29T08:13:54-07:00","ReportName":"ProfitAndLoss","ReportBasis":"Cash",
             "StartPeriod":"2015-01-01","EndPeriod":"2015-07-31","SummarizeColumnsBy":"Customers","Currency":"USD",
             "Option":[{"Name":"NoReportData","Value":"true"}]}\
            """;
    private static final String ACCOUNT =
            "{\"ColTitle\":\"\",\"ColType\":\"Account\",\"MetaData\":[{\"Name\":\"ColKey\",\"Value\":\"account\"}]}";
    private static final String TOTAL =
            "{\"ColTitle\":\"TOTAL\",\"ColType\":\"Money\",\"MetaData\":[{\"Name\":\"ColKey\",\"Value\":\"total\"}]}";

    @Test
    void a_report_without_data_has_sections_without_rows_and_comes_to_nothing() {
        Report report =
                report(
                        ACCOUNT + "," + TOTAL,
                        """
                        {"Header":{"ColData":[{"value":"Income"},{"value":""}]},
                         "Summary":{"ColData":[{"value":"Total Income"},{"value":""}]},"type":"Section","group":"Income"},
                        {"Summary":{"ColData":[{"value":"Net Income"},{"value":""}]},"type":"Section","group":"NetIncome"}\
                        """);

        assertThat(report.header())
                .isEqualTo(
                        new Report.Header(
                                "ProfitAndLoss",
                                Instant.parse("2020-09-29T15:13:54Z"),
                                AccountingMethod.CASH,
                                LocalDate.parse("2015-01-01"),
                                LocalDate.parse("2015-07-31"),
                                CurrencyCode.USD));
        assertThat(report.columns())
                .containsExactly(
                        new Report.Column("", "account", false),
                        new Report.Column("TOTAL", "total", true));
        assertThat(report.amount("Income", 1)).isZero();
        assertThat(report.amount("COGS", 1)).isZero();
        assertThat(report.amount("NetIncome", 1)).isZero();
    }

    @Test
    void a_section_comes_to_its_summary_and_else_to_what_its_rows_come_to_however_deep() {
        Report report =
                report(
                        ACCOUNT + "," + TOTAL,
                        """
                        {"type":"Section","group":"COGS","Rows":{"Row":[
                          {"type":"Data","ColData":[{"value":"Materials","id":"63"},{"value":"286.40"}]},
                          {"type":"Section","Header":{"ColData":[{"value":"Labor","id":"60"},{"value":"100.00"}]},
                           "Rows":{"Row":[{"type":"Data","ColData":[{"value":"Crew","id":"67"},{"value":"-20.50"}]}]},
                           "Summary":{"ColData":[{"value":"Total Labor"},{"value":"79.50"}]}},
                          {"type":"Section","Header":{"ColData":[{"value":"Other","id":"68"},{"value":"4.00"}]},
                           "Rows":{"Row":[{"type":"Data","ColData":[{"value":"Small","id":"69"},{"value":".10"}]}]}}]}}\
                        """);

        assertThat(report.amount("COGS", 1)).isEqualByComparingTo("370.00");
    }

    @Test
    void a_column_of_columns_stands_for_these() {
        Report report =
                report(
                        ACCOUNT
                                + ",{\"ColTitle\":\"Harbor Works LLC\",\"ColType\":\"Money\",\"Columns\":{\"Column\":["
                                + "{\"ColTitle\":\"Pier 7\",\"ColType\":\"Money\"},{\"ColTitle\":\"Quay\",\"ColType\":\"Money\"}]}},"
                                + TOTAL,
                        """
                        {"type":"Section","group":"Income","Summary":{"ColData":[{"value":"Total Income"},{"value":"1.00"},
                          {"value":"2.00"},{"value":"3.00"}]}}\
                        """);

        assertThat(report.columns())
                .extracting(Report.Column::title)
                .containsExactly("", "Pier 7", "Quay", "TOTAL");
        assertThat(report.amount("Income", 2)).isEqualByComparingTo("2.00");
    }

    @Test
    void an_answer_without_what_a_report_must_have_is_refused_by_name() {
        assertThatThrownBy(() -> Report.of(VendorJson.read("{\"Rows\":{}}".getBytes(UTF_8))))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("Header");
        assertThatThrownBy(() ->
                        Report.of(
                                VendorJson.read(
                                        "{\"Header\":{\"Time\":\"2020-09-29T08:13:54-07:00\",\"ReportName\":\"P\"},\"Columns\":{\"Column\":[]}}"
                                                .getBytes(UTF_8))))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("ReportBasis");
    }

    private static Report report(String columns, String rows) {
        return Report.of(
                VendorJson.read(
                        "{\"Header\":%s,\"Columns\":{\"Column\":[%s]},\"Rows\":{\"Row\":[%s]}}"
                                .formatted(HEADER, columns, rows)
                                .getBytes(UTF_8)));
    }
}
