package io.tieout.launcher;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.tieout.launcher.process.Memory;
import io.tieout.launcher.process.RunRecord;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.system.Health;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows what runs, whether it is well, and where it listens.
@Command(
        mixinStandardHelpOptions = true,
        name = "status",
        description =
                "Show services, health, ports and process ids. Exit code: 0 all healthy, 1 not all, 3 nothing runs.")
final class Status implements Callable<Integer> {
    private static final Set<String> WITHOUT_HTTP = Set.of("kafka", "postgres");

    @Mixin private final Place place = new Place();

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    /// One part as shown.
    record Line(
            String name,
            String health,
            long pid,
            List<Integer> ports,
            @Nullable String url,
            long pssMib,
            String log) {}

    /// All of it.
    record Report(
            boolean running,
            boolean healthy,
            @Nullable String mode,
            @Nullable String startedAt,
            @Nullable String directory,
            List<Line> services) {}

    @Override
    public Integer call() throws JsonProcessingException {
        Report report = report(place.runFile().read());
        if (json) {
            System.out.println(
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(report));
        } else {
            print(report);
        }
        if (!report.running()) {
            return 3;
        }
        return report.healthy() ? 0 : 1;
    }

    private static Report report(Optional<RunRecord> record) {
        if (record.isEmpty() || !record.get().anyAlive()) {
            return new Report(false, false, null, null, null, List.of());
        }
        Health health = new Health();
        List<Line> lines =
                record.get().processes().parallelStream()
                        .map(process -> line(process, health))
                        .toList();
        boolean healthy = lines.stream().allMatch(line -> line.health().equals("up"));
        return new Report(
                true,
                healthy,
                record.get().mode(),
                record.get().startedAt(),
                record.get().directory(),
                lines);
    }

    private static Line line(RunningProcess process, Health health) {
        boolean http = !WITHOUT_HTTP.contains(process.name());
        String url = "http://localhost:" + process.ports().getFirst();
        String state = "dead";
        if (process.isAlive()) {
            state = !http || health.isReady(url) ? "up" : "not ready";
        }
        return new Line(
                process.name(),
                state,
                process.pid(),
                process.ports(),
                http ? url : null,
                Memory.proportionalSetSize(List.of(process)) / 1024 / 1024,
                process.log());
    }

    private static void print(Report report) {
        if (!report.running()) {
            System.out.println("Nothing runs. Start it: ./tieout up, or ./tieout demo.");
            return;
        }
        System.out.printf(
                "./tieout %s, started %s, data in %s%n",
                report.mode(), report.startedAt(), report.directory());
        String format = "%-18s  %-9s  %7s  %8s  %-16s  %s%n";
        System.out.printf(format, "PART", "HEALTH", "PID", "MEMORY", "PORTS", "ADDRESS");
        for (Line line : report.services()) {
            System.out.printf(
                    format,
                    line.name(),
                    line.health(),
                    line.pid(),
                    line.pssMib() + " MiB",
                    line.ports().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    line.url() == null ? "" : line.url());
        }
    }
}
