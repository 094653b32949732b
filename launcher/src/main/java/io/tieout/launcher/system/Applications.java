package io.tieout.launcher.system;

import io.tieout.launcher.port.Listener;
import io.tieout.launcher.process.Await;
import io.tieout.launcher.process.ChildProcess;
import io.tieout.launcher.process.ClassArchive;
import io.tieout.launcher.process.JavaCommand;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.process.RunningProcess.StopSignal;
import io.tieout.launcher.process.StartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Starts the Quarkus applications, each in a process of its own, and waits until they are ready.
final class Applications {
    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private final SystemOptions options;
    private final ServiceEnvironment environment;
    private final Health health = new Health();

    Applications(SystemOptions options, ServiceEnvironment environment) {
        this.options = options;
        this.environment = environment;
    }

    /// Fails with a sentence unless all that shall run is built.
    static void requireBuilt(SystemOptions options) {
        List<Part> missing =
                Stream.concat(Stream.of(Part.TWIN), Part.services(options.services()).stream())
                        .filter(part -> !Files.exists(jar(options, part)))
                        .toList();
        if (!missing.isEmpty()) {
            throw new StartFailed(
                    "Not built yet: %s. Build first: ./tieout build."
                            .formatted(
                                    missing.stream()
                                            .map(Part::module)
                                            .collect(Collectors.joining(", "))));
        }
    }

    /// Starts one and returns once it says that it is ready.
    void start(Part part, Consumer<RunningProcess> onLaunch) {
        start(
                part,
                child(part, part.module(), Map.of(), ports(part)),
                options.ports().httpUrl(part.listener()),
                onLaunch);
    }

    /// Starts one more of a service, at a port of its own.
    void startCopy(Part part, String name, int port, Consumer<RunningProcess> onLaunch) {
        Map<String, String> own = Map.of("TIEOUT_HTTP_PORT", Integer.toString(port));
        start(part, child(part, name, own, List.of(port)), "http://localhost:" + port, onLaunch);
    }

    private void start(
            Part part, ChildProcess child, String url, Consumer<RunningProcess> onLaunch) {
        RunningProcess process = child.start();
        onLaunch.accept(process);
        boolean ready = Await.until(START_LIMIT, () -> !process.isAlive() || health.isReady(url));
        if (!ready || !process.isAlive()) {
            throw new StartFailed(
                    "%s did not become ready at %s. The end of its log, %s:\n%s"
                            .formatted(
                                    part.module(),
                                    url,
                                    process.log(),
                                    ChildProcess.endOf(Path.of(process.log()))));
        }
    }

    private static Path jar(SystemOptions options, Part part) {
        return options.home()
                .resolve(part.module())
                .resolve("target")
                .resolve("quarkus-app")
                .resolve("quarkus-run.jar");
    }

    /// @param own settings of this process alone
    private ChildProcess child(
            Part part, String name, Map<String, String> own, List<Integer> ports) {
        Path jar = jar(options, part);
        String marker = JavaCommand.marker(name, options.directory());
        List<String> command =
                JavaCommand.of(
                        part.heap(),
                        marker,
                        ClassArchive.of(options.archives(), part.module(), jar));
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-jar");
        command.add(jar.toString());
        Map<String, String> variables = new HashMap<>(environment.of(part));
        variables.putAll(options.environment().getOrDefault(part.module(), Map.of()));
        variables.putAll(own);
        return new ChildProcess(
                name,
                command,
                variables,
                options.workspace().resolve("logs").resolve(name + ".log"),
                marker,
                StopSignal.TERMINATE,
                ports);
    }

    private List<Integer> ports(Part part) {
        int http = options.ports().of(part.listener());
        return part == Part.TWIN
                ? List.of(http, options.ports().of(Listener.TWIN_MAIL))
                : List.of(http);
    }
}
