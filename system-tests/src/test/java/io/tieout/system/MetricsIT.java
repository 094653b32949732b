package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.launcher.port.Listener;
import io.tieout.launcher.port.PortPlan;
import io.tieout.system.running.Console;
import io.tieout.system.running.Http;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// Every query of the dashboard and of the alerts finds data when Prometheus scrapes the running
/// system.
@Isolated
class MetricsIT {
    /// Beside those of the system under test, which leave it free.
    private static final int PORT_OFFSET = 90;

    private final Running running = Running.system();
    private final Console console = running.console();

    @Test
    void every_panel_of_the_dashboard_finds_data() throws IOException, InterruptedException {
        Story story = Story.of(running, "Metrics");
        String row = story.row("1");
        story.ready(row);
        console.approve(Twin.FIONA, story.reference(row));
        story.invoiceNumber(row);
        Path directory = Files.createDirectories(Path.of("target", "prometheus"));
        Files.writeString(directory.resolve("prometheus.yml"), configuration());
        Files.copy(
                Path.of("../deploy/prometheus/rules.yml"),
                directory.resolve("rules.yml"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        int port = running.processes().options().ports().of(Listener.CONSOLE) + PORT_OFFSET;
        Process prometheus =
                new ProcessBuilder(
                                "prometheus",
                                "--config.file=" + directory.resolve("prometheus.yml"),
                                "--storage.tsdb.path=" + directory.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("prometheus.log").toFile())
                        .start();
        try {
            Http api = Http.at("http://127.0.0.1:" + port);
            await().ignoreExceptions()
                    .untilAsserted(() -> {
                        TreeMap<String, Integer> empty = new TreeMap<>();
                        for (String expression : expressions()) {
                            int series = query(api, expression).size();
                            if (series == 0) {
                                empty.put(expression, series);
                            }
                        }
                        assertThat(empty).as("queries without data").isEmpty();
                        assertThat(query(api, "up == 1").size()).isEqualTo(6);
                    });
            assertThat(api.get("/api/v1/rules").path("data").path("groups").path(0).path("rules"))
                    .allSatisfy(
                            rule -> assertThat(rule.path("health").asText()).isIn("ok", "unknown"));
        } finally {
            prometheus.destroy();
            prometheus.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static JsonNode query(Http api, String expression) {
        return api.get(
                        "/api/v1/query?query="
                                + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("data")
                .path("result");
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        JsonNode dashboard =
                Http.JSON.readTree(
                        Files.readString(Path.of("../deploy/grafana/dashboards/tieout.json")));
        for (JsonNode panel : dashboard.path("panels")) {
            panel.path("targets").forEach(target -> expressions.add(target.path("expr").asText()));
        }
        assertThat(expressions).hasSizeGreaterThan(12);
        return expressions;
    }

    private String configuration() {
        PortPlan ports = running.processes().options().ports();
        String targets =
                String.join(
                        ", ",
                        List.of(
                                        Listener.CONSOLE,
                                        Listener.INGEST,
                                        Listener.INVOICE,
                                        Listener.RECONCILE,
                                        Listener.AUDIT,
                                        Listener.WRITEBACK)
                                .stream()
                                .map(listener -> "\"127.0.0.1:" + ports.of(listener) + "\"")
                                .toList());
        return """
        global:
          scrape_interval: 2s
        rule_files: [rules.yml]
        scrape_configs:
          - job_name: tieout
            metrics_path: /q/metrics
            static_configs:
              - targets: [%s]
        """
                .formatted(targets);
    }
}
