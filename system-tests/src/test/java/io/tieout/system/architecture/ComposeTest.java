package io.tieout.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.tieout.launcher.port.Listener;
import io.tieout.launcher.port.PortPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// docker-compose.yml names the same services, ports and configuration keys as the services
/// themselves.
class ComposeTest {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(TIEOUT_[A-Z_]+)(:?)");
    private static final List<String> SHARED =
            List.of(
                    "service-kit/src/main/resources/META-INF/microprofile-config.properties",
                    "connectors/src/main/resources/META-INF/microprofile-config.properties");

    private static final List<Listener> SERVICES =
            List.of(
                    Listener.CONSOLE,
                    Listener.INGEST,
                    Listener.INVOICE,
                    Listener.RECONCILE,
                    Listener.AUDIT,
                    Listener.WRITEBACK);

    private final JsonNode compose = read("docker-compose.yml");

    @ParameterizedTest
    @EnumSource(names = {"CONSOLE", "INGEST", "INVOICE", "RECONCILE", "AUDIT", "WRITEBACK", "TWIN"})
    void a_service_listens_where_the_launcher_says(Listener listener) {
        int port = new PortPlan(PortPlan.DEFAULT_BASE).of(listener);

        assertThat(environment(listener.label()).get("TIEOUT_HTTP_PORT"))
                .isEqualTo(Integer.toString(port));
    }

    @ParameterizedTest
    @EnumSource(names = {"CONSOLE", "INGEST", "INVOICE", "RECONCILE", "AUDIT", "WRITEBACK"})
    void a_service_is_told_what_it_cannot_do_without_and_nothing_unknown(Listener listener)
            throws IOException {
        Map<String, Boolean> known = variables(listener.label());
        Set<String> given = new TreeSet<>(environment(listener.label()).keySet());
        given.removeIf(name -> !name.startsWith("TIEOUT_"));

        Set<String> needed = new TreeSet<>();
        known.forEach((name, optional) -> {
            if (!optional) {
                needed.add(name);
            }
        });
        assertThat(given).containsAll(needed);
        Set<String> unknown = new TreeSet<>(given);
        for (Listener reader : SERVICES) {
            unknown.removeAll(variables(reader.label()).keySet());
        }
        assertThat(unknown).as("set in docker-compose.yml, read by nobody").isEmpty();
    }

    @Test
    void prometheus_scrapes_every_service_where_it_listens() {
        Set<String> targets = new HashSet<>();
        read("deploy/prometheus/prometheus.yml")
                .path("scrape_configs")
                .path(0)
                .path("static_configs")
                .path(0)
                .path("targets")
                .forEach(target -> targets.add(target.asText()));

        PortPlan ports = new PortPlan(PortPlan.DEFAULT_BASE);
        assertThat(targets)
                .containsExactlyInAnyOrderElementsOf(
                        List.of(
                                        Listener.CONSOLE,
                                        Listener.INGEST,
                                        Listener.INVOICE,
                                        Listener.RECONCILE,
                                        Listener.AUDIT,
                                        Listener.WRITEBACK)
                                .stream()
                                .map(listener -> listener.label() + ":" + ports.of(listener))
                                .toList());
    }

    /// Every variable that the service reads, and whether it has a default.
    private static Map<String, Boolean> variables(String service) throws IOException {
        List<String> files = new ArrayList<>(SHARED.subList(0, 1));
        if (service.equals("ingest-service") || service.equals("writeback-service")) {
            files.add(SHARED.get(1));
        }
        files.add(service + "/src/main/resources/application.properties");
        Map<String, Boolean> variables = new java.util.HashMap<>();
        for (String file : files) {
            Matcher matcher = VARIABLE.matcher(Files.readString(home().resolve(file)));
            while (matcher.find()) {
                variables.merge(matcher.group(1), !matcher.group(2).isEmpty(), Boolean::logicalOr);
            }
        }
        return variables;
    }

    private Map<String, String> environment(String service) {
        Map<String, String> environment = new java.util.HashMap<>();
        collect(compose.path("services").path(service).path("environment"), environment);
        assertThat(environment).as(service + " in docker-compose.yml").isNotEmpty();
        return environment;
    }

    /// YAML merge keys are not resolved by the parser.
    private void collect(JsonNode node, Map<String, String> into) {
        node.properties()
                .forEach(entry -> {
                    if (!entry.getKey().equals("<<")) {
                        into.put(entry.getKey(), entry.getValue().asText());
                    }
                });
        if (node.has("<<")) {
            for (String anchor : List.of("environment", "vendors")) {
                if (node.path("<<").toString().contains(anchor)) {
                    compose.path("x-" + anchor)
                            .properties()
                            .forEach(entry ->
                                    into.putIfAbsent(entry.getKey(), entry.getValue().asText()));
                }
            }
        }
    }

    private static JsonNode read(String file) {
        try {
            return new ObjectMapper(new YAMLFactory())
                    .readTree(Files.readString(home().resolve(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path home() {
        return Path.of("..");
    }
}
