package io.tieout.bench.running;

import io.tieout.launcher.port.Listener;
import io.tieout.launcher.port.PortPlan;
import io.tieout.launcher.system.SystemOptions;
import io.tieout.launcher.system.TieoutSystem;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// The system under measurement: the twin first, so that sheets and customers can be made before
/// any service reads, then the services. Everything is gone afterwards.
public final class Bed implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private static final List<String> ORDER = SystemOptions.ALL_SERVICES.stream().sorted().toList();

    /// Where ports are free.
    private static final int BEYOND_THE_PLAN = 60;

    private final TieoutSystem system;
    private final Path directory;
    private final PrintStream out;
    private final Twin twin;
    private final int portBase;

    private Bed(TieoutSystem system, Path directory, int portBase, PrintStream out) {
        this.system = system;
        this.directory = directory;
        this.portBase = portBase;
        this.out = out;
        this.twin = new Twin(JsonHttp.at(system.url(Listener.TWIN)));
    }

    /// Starts Kafka, PostgreSQL and the twin.
    ///
    /// @param name of the bench; its folder under `.tieout`
    /// @param settings more environment, by name of the part
    public static Bed prepare(
            String name, Map<String, Map<String, String>> settings, int portBase, PrintStream out) {
        Path directory = SystemOptions.checkout().resolve(".tieout").resolve(name);
        clean(directory);
        SystemOptions options =
                SystemOptions.in(directory)
                        .withMode("bench")
                        .withPorts(new PortPlan(portBase))
                        .withServices(Set.of());
        for (Map.Entry<String, Map<String, String>> part : settings.entrySet()) {
            for (Map.Entry<String, String> setting : part.getValue().entrySet()) {
                options = options.with(part.getKey(), setting.getKey(), setting.getValue());
            }
        }
        TieoutSystem system = TieoutSystem.start(options);
        Bed bed = new Bed(system, directory, portBase, out);
        Runtime.getRuntime().addShutdownHook(new Thread(system::stop));
        return bed;
    }

    /// Lets the services follow these sheets under this policy, and starts them.
    public void open(List<Twin.Sheet> sheets, Object policy) {
        open(sheets, policy, SystemOptions.ALL_SERVICES);
    }

    /// The same with some of the services.
    public void open(List<Twin.Sheet> sheets, Object policy, Set<String> services) {
        Path config = directory.resolve("config");
        write(config.resolve("mapping.json"), Mapping.of(sheets));
        write(config.resolve("policy.json"), policy);
        system.startMore(services);
        out.printf("Everything is up after %d s.%n", system.sinceStart().toSeconds());
    }

    /// Starts a second process of each of these.
    public void startSecond(Set<String> services) {
        services.forEach(service ->
                system.startCopy(service, portBase + BEYOND_THE_PLAN + ORDER.indexOf(service)));
    }

    public TieoutSystem system() {
        return system;
    }

    public Twin twin() {
        return twin;
    }

    public JsonHttp console(String person) {
        return JsonHttp.at(system.url(Listener.CONSOLE)).as(person, "tieout-demo");
    }

    /// Until it is so; a bench that waits in vain has failed.
    public void await(String what, Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Waited %d s in vain: %s. Logs are in %s."
                                .formatted(limit.toSeconds(), what, directory.resolve("logs")));
            }
            pause(PAUSE);
        }
    }

    public static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        system.stop();
    }

    private static void write(Path file, Object content) {
        try {
            Files.write(file, JsonHttp.JSON.writeValueAsBytes(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clean(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
