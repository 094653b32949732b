package io.tieout.launcher;

import io.tieout.launcher.port.PortPlan;
import io.tieout.launcher.process.RunFile;
import io.tieout.launcher.system.SystemOptions;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the command works, and on which ports.
final class Place {
    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "${env:TIEOUT_PORT_BASE:-8400}",
            description = "First of Tieout's ports; the others follow (default: 8400).")
    int portBase = PortPlan.DEFAULT_BASE;

    private final Path home = SystemOptions.checkout();

    Path workspace() {
        return home.resolve(".tieout");
    }

    RunFile runFile() {
        return new RunFile(workspace().resolve("run.json"));
    }

    SystemOptions options(String mode, String directory) {
        return SystemOptions.in(workspace().resolve(directory))
                .withWorkspace(workspace())
                .withMode(mode)
                .withPorts(new PortPlan(portBase));
    }
}
