package io.tieout.launcher.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A command to run as a child, with its output in a file of its own.
///
/// @param marker a part of the command that makes it recognisable later
public record ChildProcess(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path log,
        String marker,
        RunningProcess.StopSignal signal,
        List<Integer> ports) {
    private static final int LAST_LINES = 15;
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    public ChildProcess {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        ports = List.copyOf(ports);
    }

    /// Starts it, out of reach of the terminal's Ctrl-C, so that only we stop it, in order.
    public RunningProcess start() {
        Process process = launch();
        return new RunningProcess(
                name, process.pid(), marker, signal, ports, log.toAbsolutePath().toString());
    }

    /// Runs it to its end; fails with the end of its output if it does not succeed.
    public void run() {
        Process process = launch();
        try {
            int exit = process.waitFor();
            if (exit != 0) {
                throw new StartFailed(
                        "%s failed with exit code %d.\n%s".formatted(name, exit, endOf(log)));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StartFailed(name + " was interrupted.", e);
        }
    }

    private Process launch() {
        List<String> line = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            line.add(SETSID.toString());
        }
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line);
        keepOnlyWhatIsHarmless(builder.environment());
        builder.environment().putAll(environment);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return builder.start();
        } catch (IOException e) {
            throw new StartFailed("%s cannot be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    /// The last lines of a log, for an error message.
    public static String endOf(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
            List<String> last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return String.join("\n", last);
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    private static void keepOnlyWhatIsHarmless(Map<String, String> environment) {
        Map<String, String> kept = new HashMap<>();
        for (String key : List.of("PATH", "HOME", "LANG", "LC_ALL", "TZ", "TMPDIR", "USER")) {
            String value = environment.get(key);
            if (value != null) {
                kept.put(key, value);
            }
        }
        environment.clear();
        environment.putAll(kept);
    }
}
