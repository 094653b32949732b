package io.tieout.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.kit.json.WireJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportCsvTest {
    @Test
    void puts_both_books_side_by_side_and_leaves_blank_what_has_no_counterpart() {
        String[] lines = ReportCsv.of(report("Atlas Electric", "one bill too few")).split("\r\n");

        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("item,standing,category,since,row,party");
        assertThat(lines[1])
                .startsWith(
                        "1,variance,Amount variance,2026-11-22T10:00:00Z,\"Harbor Project Costs, row 7\",Atlas Electric")
                .contains(",Bill AE-77 of 2026-11-03,")
                .endsWith(
                        ",20.00,amount,one bill too few,In short.,41/7,Bill:145#1"
                                + ",".repeat(19));
        assertThat(lines[2])
                .startsWith("1,variance,Amount variance,2026-11-22T10:00:00Z,,,,,,,,Bill:146#1,")
                .endsWith(",,amount,one bill too few,In short.,,Bill:146#1" + ",".repeat(19));
    }

    @Test
    void puts_what_is_used_of_the_budget_first_in_columns_of_its_own() {
        Report plain = report("Atlas Electric", "one bill too few");
        Report.Budget budget =
                new Report.Budget(
                        List.of(
                                new Report.BudgetLine(
                                        amount("1000", "USD"),
                                        new Report.Use(
                                                amount("500", "USD"),
                                                amount("500", "USD"),
                                                new BigDecimal("50.0")),
                                        new Report.Use(
                                                amount("480", "USD"), amount("520", "USD"), null))),
                        List.of(new Report.Uncounted(amount("0", "EUR"), amount("70", "EUR"))),
                        List.of("Projects, row 3"),
                        List.of());

        String[] lines =
                ReportCsv.of(
                                new Report(
                                        plain.realm(),
                                        plain.project(),
                                        plain.madeAt(),
                                        plain.counts(),
                                        plain.totals(),
                                        plain.items(),
                                        plain.records(),
                                        budget,
                                        new Report.ProfitAndLoss(
                                                Instant.parse("2026-11-22T18:00:00Z"),
                                                "ACCRUAL",
                                                LocalDate.parse("2015-01-01"),
                                                LocalDate.parse("2026-11-22"),
                                                amount("3000", "USD"),
                                                amount("460", "USD"),
                                                amount("2540", "USD"),
                                                amount("480", "USD"),
                                                amount("-20", "USD"),
                                                List.of("USD 20.00 is dated outside, so to say."),
                                                List.of())))
                        .split("\r\n");

        assertThat(lines).hasSize(6);
        assertThat(lines[0])
                .endsWith(
                        ",row id,document id,budget,budget unit,sheet actual,sheet remaining,sheet percent,"
                                + "books actual,books remaining,books percent,"
                                + "profit and loss as of,accounting method,from,to,unit,income,costs,net,costs counted,"
                                + "costs difference,why");
        assertThat(lines[1])
                .isEqualTo(
                        ",budget,"
                                + ",".repeat(22)
                                + "1000,USD,500,500,50.0,480,520,"
                                + ",".repeat(11));
        assertThat(lines[2])
                .isEqualTo(",not counted," + ",".repeat(22) + ",EUR,0,,,70,," + ",".repeat(11));
        assertThat(lines[3])
                .isEqualTo(
                        ",profit and loss,"
                                + ",".repeat(30)
                                + "2026-11-22T18:00:00Z,accrual,2015-01-01,2026-11-22,USD,3000,460,2540,480,-20,"
                                + "\"USD 20.00 is dated outside, so to say.\"");
        assertThat(lines[0].split(",", -1)).hasSize(43);
        assertThat(lines[1].split(",", -1)).hasSize(43);
        assertThat(lines[2].split(",", -1)).hasSize(43);
    }

    private static Report.Amount amount(String value, String unit) {
        return new Report.Amount(new BigDecimal(value), unit);
    }

    @Test
    void keeps_a_text_that_looks_like_a_formula_a_text_and_quotes_what_needs_it() {
        String csv = ReportCsv.of(report("=HYPERLINK(\"x\")", "a, \"b\"\nc"));

        assertThat(csv).contains("\"'=HYPERLINK(\"\"x\"\")\"").contains("\"a, \"\"b\"\"\nc\"");
    }

    private static Report report(String party, String evidence) {
        String line =
                """
                {"lineId":"%s","kind":"BILL",%s,"party":%s,"reference":"AE-77","account":"",\
                "description":"Cable","amount":%s,"currency":"USD","day":"2026-11-03"}\
                """;
        String name = WireJson.text(party);
        return WireJson.read(
                """
                {"realm":"1","project":"Pier 7","madeAt":"2026-11-22T12:00:00Z","counts":{"VARIANCE":1},"totals":[],
                 "items":[{"part":"VARIANCE","category":"AMOUNT_VARIANCE","sheet":[%s],"books":[%s,%s],
                  "difference":{"value":"20.00","unit":"USD"},"stake":{"value":"20.00","unit":"USD"},
                  "rule":"amount","evidence":%s,"explanation":{"text":"In short.","by":"model:m"},"since":"2026-11-22T10:00:00Z"}],
                 "records":{"41/7":{"words":"Harbor Project Costs, row 7","detail":""},
                  "Bill:145#1":{"words":"Bill AE-77 of 2026-11-03","detail":"QuickBooks id 145"}}}\
                """
                        .formatted(
                                line.formatted(
                                        "41/7",
                                        "\"row\":{\"sheetId\":\"41\",\"rowId\":\"7\"}",
                                        name,
                                        "500"),
                                line.formatted(
                                        "Bill:145#1",
                                        "\"document\":{\"type\":\"Bill\",\"id\":\"145\"}",
                                        name,
                                        "300"),
                                line.formatted(
                                        "Bill:146#1",
                                        "\"document\":{\"type\":\"Bill\",\"id\":\"146\"}",
                                        name,
                                        "180"),
                                WireJson.text(evidence)),
                Report.class);
    }
}
