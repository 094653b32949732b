package io.tieout.launcher.system;

import io.tieout.launcher.port.PortPlan;
import io.tieout.model.topic.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What to run, where.
///
/// @param home the checkout with the built modules
/// @param directory data and secrets
/// @param workspace logs, run file, and what is unpacked once
/// @param mode shown by status: `demo`, `up` or `test`
/// @param services which of the services; all but in tests of a few
/// @param environment more settings, by name of the part; they win
/// @param stores where the broker and the database come from
public record SystemOptions(
        Path home,
        Path directory,
        Path workspace,
        String mode,
        PortPlan ports,
        Set<String> services,
        Map<String, Map<String, String>> environment,
        Stores stores) {
    public static final Set<String> ALL_SERVICES =
            Set.of(
                    Services.INGEST,
                    Services.RECONCILE,
                    Services.INVOICE,
                    Services.AUDIT,
                    Services.WRITEBACK,
                    Services.CONSOLE);

    public SystemOptions {
        services = Set.copyOf(services);
        environment = Map.copyOf(environment);
    }

    /// All of it, in one folder that holds everything it leaves behind.
    public static SystemOptions in(Path directory) {
        return new SystemOptions(
                checkout(),
                directory,
                directory,
                "test",
                new PortPlan(PortPlan.DEFAULT_BASE),
                ALL_SERVICES,
                Map.of(),
                new ProcessStores());
    }

    public SystemOptions withWorkspace(Path changed) {
        return new SystemOptions(
                home, directory, changed, mode, ports, services, environment, stores);
    }

    public SystemOptions withMode(String changed) {
        return new SystemOptions(
                home, directory, workspace, changed, ports, services, environment, stores);
    }

    public SystemOptions withPorts(PortPlan changed) {
        return new SystemOptions(
                home, directory, workspace, mode, changed, services, environment, stores);
    }

    public SystemOptions withServices(Set<String> changed) {
        return new SystemOptions(
                home, directory, workspace, mode, ports, changed, environment, stores);
    }

    public SystemOptions withStores(Stores changed) {
        return new SystemOptions(
                home, directory, workspace, mode, ports, services, environment, changed);
    }

    /// One more setting for one part: the twin or a service.
    public SystemOptions with(String part, String variable, String value) {
        Map<String, Map<String, String>> changed = new HashMap<>(environment);
        Map<String, String> ofPart = new HashMap<>(changed.getOrDefault(part, Map.of()));
        ofPart.put(variable, value);
        changed.put(part, Map.copyOf(ofPart));
        return new SystemOptions(
                home, directory, workspace, mode, ports, services, changed, stores);
    }

    /// Where each JVM keeps what makes its next start quicker; shared by all runs of a checkout.
    Path archives() {
        return home.resolve(".tieout").resolve("archives");
    }

    /// The checkout: said by `tieout.home`, or the first folder upwards that holds the command.
    public static Path checkout() {
        String said = System.getProperty("tieout.home");
        if (said != null) {
            return Path.of(said).toAbsolutePath();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("tieout")) && Files.exists(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        return here;
    }
}
