package io.tieout.console.sample;

import java.util.Map;

/// What reconcile-service answers about a project's variances.
final class SampleReports {
    private static final String TOTALS =
            """
            [{"name":"Amount variance","items":1,"sheet":{"value":"500","unit":"USD"},\
            "books":{"value":"480","unit":"USD"},"stake":{"value":"20","unit":"USD"}}]\
            """;
    private static final String COUNTS =
            """
            {"VARIANCE":1,"MISSING":0,"UNSURE":0,"MATCHED":1}\
            """;
    private static final String ITEM =
            """
            {"part":"%1$s",%2$s"sheet":[{"lineId":"41/%3$s","kind":"COST","row":{"sheetId":"41","rowId":"%3$s"},\
            "party":"Atlas Electric","reference":"AE-77","account":"","description":"Cable","amount":500,\
            "currency":"USD","day":"2026-11-03","nearest":[]}],\
            "books":[{"lineId":"Bill:14%3$s#1","kind":"BILL","document":{"type":"Bill","id":"145"},\
            "party":"Atlas Electric","reference":"AE-77","account":"","description":"Cable","amount":480,\
            "currency":"USD","day":"2026-11-03","nearest":[{"lineId":"Bill:99","score":0.4,"failed":["amount differs by 3.00"]},\
            {"lineId":"Bill:98","score":1,"failed":[]}]}],\
            "difference":{"value":"20","unit":"USD"},"stake":{"value":"20","unit":"USD"},"rule":"reference",\
            "evidence":"the books have USD 20.00 less",\
            "explanation":{"text":"The row says USD 500.00, the bill USD 480.00.","by":"model:m"},"since":"2026-11-22T10:00:00Z"}\
            """;

    private static final String BUDGET =
            """
            {"lines":[{"approved":{"value":"1000","unit":"USD"},\
            "sheet":{"actual":{"value":"500","unit":"USD"},"remaining":{"value":"500","unit":"USD"},"percent":"50.0"},\
            "books":{"actual":{"value":"1250","unit":"USD"},"remaining":{"value":"-250","unit":"USD"},"percent":"125.0"}}],\
            "uncounted":[{"sheet":{"value":"0","unit":"EUR"},"books":{"value":"70","unit":"EUR"}}],\
            "rows":["Projects, row 3"],"notes":[]}\
            """;

    private SampleReports() {}

    /// By path.
    static Map<String, String> answers() {
        return Map.of(
                "/reconcile/reports/9130/project",
                """
                {"realm":"9130","project":"Pier 7","madeAt":"2026-11-22T12:00:00Z","counts":%s,"totals":%s,"items":[%s,%s],\
                "records":{"41/7":{"words":"Harbor Project Costs, row 7","detail":""},"41/8":{"words":"Harbor Project Costs, row 8","detail":""},\
                "Bill:147#1":{"words":"Bill AE-77 of 2026-11-03, Atlas Electric, line 1","detail":"QuickBooks id 147"},\
                "Bill:99":{"words":"Bill BB-1 of 2026-11-02, Bluebird Supplies","detail":"QuickBooks id 99"}},"budget":%s}\
                """
                        .formatted(
                                COUNTS,
                                TOTALS,
                                ITEM.formatted(
                                        "VARIANCE", "\"category\":\"AMOUNT_VARIANCE\",", "7"),
                                ITEM.formatted("MATCHED", "", "8"),
                                BUDGET),
                "/reconcile/reports/9130",
                """
                [{"project":"Pier 7","counts":%s,"totals":%s,"budget":%s},{"project":"Quay 9","counts":%s,"totals":[]}]\
                """
                        .formatted(COUNTS, TOTALS, BUDGET, COUNTS),
                "/reconcile/corrections/9130",
                """
                {"lineId":"41:7","why":"","record":{"words":"Harbor Project Costs, row 7","detail":""},"entries":[{"date":"2026-11-22","debit":"Reconciliation Discrepancies",\
                "credit":"Materials","amount":{"amount":"20.00","currency":"USD"},"description":"Correct Bill AE-77"}]}\
                """);
    }
}
