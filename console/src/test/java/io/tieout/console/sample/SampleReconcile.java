package io.tieout.console.sample;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Answers as reconcile-service does.
public final class SampleReconcile implements QuarkusTestResourceLifecycleManager {
    public static final String REALM = SampleProposal.REALM.value();
    public static final String ROW = "4100000000000002:7";

    private static final String RULE =
            """
            {"id":"%s","step":"%s","absolute":%d,"percent":"0","days":%d,"enabled":true}\
            """;
    private static final String RULES =
            """
            [{"realm":"%s","versions":[\
            {"version":2,"rules":[%s,%s],"person":"fiona@harbor.example","changedAt":"2026-11-22T09:00:00Z","reason":"Banks are slow"},\
            {"version":1,"rules":[%s,%s],"reason":"As Tieout comes"}]}]\
            """
                    .formatted(
                            REALM,
                            RULE.formatted("exact", "exact", 0, 9),
                            RULE.formatted("scored", "scored", 2, 10),
                            RULE.formatted("exact", "exact", 0, 7),
                            RULE.formatted("scored", "scored", 2, 10));
    private static final String PREVIEW =
            """
            {"basedOn":2,"lines":1204,"rules":[\
            {"rule":"exact","matchedNow":310,"matchedThen":322,"proposedNow":0,"proposedThen":0},\
            {"rule":"scored","matchedNow":95,"matchedThen":88,"proposedNow":14,"proposedThen":9}],\
            "categories":[{"category":"Timing","now":21,"then":16}],"changed":17,\
            "examples":[{"line":"%s","words":"Atlas Electric AE-77 480.00 USD 2026-11-03","from":"Timing with Bill AE-77 of 2026-11-03, Atlas Electric, by rule exact","to":"Matched with Bill AE-77 of 2026-11-03, Atlas Electric, by rule exact"}]}\
            """
                    .formatted(ROW);
    private static final String ALIASES =
            """
            [{"name":"A.E. works","vendor":"Atlas Electric","state":"LEARNED","why":"","changedAt":"2026-11-22T09:00:00Z",\
            "decisions":[{"person":"fiona@harbor.example","at":"2026-11-22T09:00:00Z","deed":"CONFIRMED","row":"%s","reason":"","record":{"words":"Project Costs, row 7","detail":""}}]},\
            {"name":"A.E. works","vendor":"Bluebird Supplies","state":"CONTRADICTING","why":"It is taken for Atlas Electric already",\
            "changedAt":"2026-11-22T08:00:00Z","decisions":[{"person":"arthur@harbor.example","at":"2026-11-22T08:00:00Z","deed":"CONTRADICTED","reason":""}]}]\
            """
                    .formatted(ROW);
    private static final String APART =
            """
            {"sheetLine":"%s","booksLine":"Bill:146","person":"fiona@harbor.example","separatedAt":"2026-11-22T09:00:00Z",\
            "reason":"Another delivery","holds":true,\
            "sheetRecord":{"words":"Project Costs, row 7","detail":""},\
            "booksRecord":{"words":"Bill AE-78 of 2026-11-04, Atlas Electric","detail":"QuickBooks id 146"}}\
            """
                    .formatted(ROW);
    private static final String STANDING =
            """
            {"lineId":"%s","kind":"%s","party":"%s","reference":"AE-77","project":"Harbor","account":"","description":"Cable",\
            "amount":480,"currency":"USD","day":"2026-11-03","outcome":"MATCHED","rule":"exact","score":0.98,"margin":9,\
            "remainder":0,"evidence":"","counterparts":["Bill:145"],\
            "nearest":[{"lineId":"Bill:147","score":0.61,"failed":["12 days apart, 10 allowed"]}],"since":"2026-11-22T09:00:00Z"}\
            """;
    private static final String LINE =
            """
            {"line":%s,"counterparts":[%s],"nearest":[%s],"apart":[%s],\
            "records":{"%s":{"words":"Project Costs, row 7","detail":""},\
            "Bill:145":{"words":"Bill AE-77 of 2026-11-03, Atlas Electric","detail":"QuickBooks id 145"},\
            "Bill:147":{"words":"Bill BB-2 of 2026-11-15, Bluebird Supplies","detail":"QuickBooks id 147"}}}\
            """
                    .formatted(
                            STANDING.formatted(ROW, "COST", "A.E. works"),
                            STANDING.formatted("Bill:145", "BILL", "Atlas Electric"),
                            STANDING.formatted("Bill:147", "BILL", "Bluebird Supplies"),
                            APART,
                            ROW);

    private final HttpServer server;

    public SampleReconcile() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        answer("/reconcile/rules", RULES);
        answer("/reconcile/rules/preview", PREVIEW);
        answer("/reconcile/aliases", ALIASES);
        answer("/reconcile/separations", "[" + APART + "]");
        answer("/reconcile/lines", LINE);
        SampleReports.answers().forEach(this::answer);
        server.start();
        return Map.of(
                "tieout.console.services.reconcile-service",
                "http://localhost:" + server.getAddress().getPort());
    }

    private void answer(String path, String json) {
        server.createContext(
                path,
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    byte[] body = json.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    try (var out = exchange.getResponseBody()) {
                        out.write(body);
                    }
                });
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
