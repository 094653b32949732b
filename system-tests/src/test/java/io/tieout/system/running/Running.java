package io.tieout.system.running;

import io.tieout.launcher.port.Listener;
import io.tieout.launcher.port.PortPlan;
import io.tieout.launcher.system.SystemOptions;
import io.tieout.launcher.system.TieoutSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/// The one running system that all tests share; started by the first that asks, stopped when the
/// JVM ends.
public final class Running {
    private static final Path DIRECTORY = Path.of("target", "system");
    private static final PortPlan PORTS =
            new PortPlan(Integer.getInteger("tieout.test.portBase", 18400));
    private static @Nullable Running instance;

    private final TieoutSystem system;
    private final Twin twin;
    private final Console console;
    private final Http audit;

    private Running(TieoutSystem system) {
        this.system = system;
        this.twin = new Twin(Http.at(system.url(Listener.TWIN)));
        this.console = new Console(Http.at(system.url(Listener.CONSOLE)));
        this.audit = Http.at(system.url(Listener.AUDIT));
    }

    public static synchronized Running system() {
        Running running = instance;
        if (running == null) {
            // Ten times what the slowest step takes on two idle processors.
            Awaitility.setDefaultTimeout(Duration.ofMinutes(3));
            Awaitility.setDefaultPollInterval(Duration.ofMillis(200));
            // What is looked at may not be there yet, and who is asked may be busy.
            Awaitility.ignoreExceptionsByDefaultMatching(thrown ->
                    thrown instanceof NoSuchElementException
                            || thrown instanceof UncheckedIOException);
            clean(DIRECTORY);
            TieoutSystem started = TieoutSystem.start(options());
            Runtime.getRuntime().addShutdownHook(new Thread(started::stop));
            running = new Running(started);
            running.twin.prepareForTests();
            instance = running;
        }
        return running;
    }

    private static SystemOptions options() {
        SystemOptions options = SystemOptions.in(DIRECTORY).withPorts(PORTS);
        return "containers".equals(System.getProperty("tieout.infra"))
                ? options.withStores(new ContainerStores())
                : options;
    }

    public TieoutSystem processes() {
        return system;
    }

    /// A file that services read at their start.
    public Path config(String name) {
        return DIRECTORY.resolve("config").resolve(name);
    }

    public Twin twin() {
        return twin;
    }

    public Console console() {
        return console;
    }

    public Http audit() {
        return audit;
    }

    public Http ingest() {
        return Http.at(system.url(Listener.INGEST));
    }

    public Http metrics(Listener listener) {
        return Http.at(system.url(listener));
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
