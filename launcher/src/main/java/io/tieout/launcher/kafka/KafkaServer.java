package io.tieout.launcher.kafka;

import io.tieout.launcher.process.Await;
import io.tieout.launcher.process.ChildProcess;
import io.tieout.launcher.process.ClassArchive;
import io.tieout.launcher.process.JavaCommand;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.process.RunningProcess.StopSignal;
import io.tieout.launcher.process.StartFailed;
import io.tieout.launcher.secret.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/// One real broker in a process of its own: KRaft, SCRAM users, ACLs. It keeps its data between
/// starts.
public final class KafkaServer {
    /// The super user.
    public static final String ADMIN = "admin";

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final String HEAP = "160m";

    private final RunningProcess process;
    private final KafkaAccess access;

    private KafkaServer(RunningProcess process, KafkaAccess access) {
        this.process = process;
        this.access = access;
    }

    /// What a broker needs to start.
    ///
    /// @param libraries the folder that holds the broker's jars
    /// @param archives the folder in which the JVM keeps what makes its next start quicker
    public record Options(
            Path directory,
            Path log,
            Path libraries,
            Path archives,
            int port,
            int controllerPort,
            String adminPassword) {}

    /// Starts a broker and returns once it answers.
    ///
    /// @param onLaunch told of the process before it is ready, so that it can be put on record
    public static KafkaServer start(Options options, Consumer<RunningProcess> onLaunch) {
        if (!Files.isDirectory(options.libraries())) {
            throw new StartFailed(
                    "The Kafka broker's jars are not in %s. Build first: ./tieout build."
                            .formatted(options.libraries()));
        }
        Path data = options.directory().resolve("log");
        Path settings = options.directory().resolve("server.properties");
        write(
                settings,
                new BrokerSettings(
                                data,
                                options.port(),
                                options.controllerPort(),
                                options.adminPassword())
                        .text());
        write(options.directory().resolve("log4j2.properties"), LOGGING);
        if (!Files.exists(data.resolve("meta.properties"))) {
            format(options, settings);
        }
        RunningProcess process =
                child(options, "kafka", options.log(), List.of("kafka.Kafka", settings.toString()))
                        .start();
        onLaunch.accept(process);
        KafkaAccess access =
                new KafkaAccess("127.0.0.1:" + options.port(), ADMIN, options.adminPassword());
        awaitReady(process, access);
        return new KafkaServer(process, access);
    }

    public RunningProcess process() {
        return process;
    }

    /// How the super user connects.
    public KafkaAccess access() {
        return access;
    }

    public void stop() {
        process.stop(Duration.ofSeconds(15));
    }

    private static void format(Options options, Path settings) {
        List<String> arguments = new ArrayList<>();
        arguments.add("kafka.tools.StorageTool");
        arguments.add("format");
        arguments.add("--config=" + settings);
        arguments.add("--cluster-id=" + newClusterId());
        // In a file, so that the password does not show in the list of processes.
        Path users = options.directory().resolve("format.args");
        Path formatLog = options.directory().resolve("format.log");
        write(
                users,
                "--add-scram\nSCRAM-SHA-512=[name=%s,password=%s]\n"
                        .formatted(ADMIN, options.adminPassword()));
        arguments.add("@" + users);
        child(options, "storage-format", formatLog, arguments).run();
        try {
            Files.delete(users);
            // It repeats what the passwords are checked against.
            Files.delete(formatLog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChildProcess child(
            Options options, String name, Path log, List<String> arguments) {
        String marker = JavaCommand.marker(name, options.directory());
        List<String> command =
                JavaCommand.of(
                        HEAP,
                        marker,
                        ClassArchive.of(options.archives(), name, options.libraries()));
        command.add(
                "-Dlog4j2.configurationFile=" + options.directory().resolve("log4j2.properties"));
        command.add("-Dlog4j2.disableJmx=true");
        command.add("-cp");
        command.add(options.libraries().resolve("*").toString());
        command.addAll(arguments);
        return new ChildProcess(
                name,
                command,
                Map.of(),
                log,
                marker,
                StopSignal.TERMINATE,
                List.of(options.port(), options.controllerPort()));
    }

    private static void awaitReady(RunningProcess process, KafkaAccess access) {
        boolean ready =
                Await.until(START_LIMIT, () -> !process.isAlive() || listens(access))
                        && process.isAlive()
                        && answers(access);
        if (!ready) {
            process.kill();
            throw new StartFailed(
                    "Kafka did not start. The end of its log, %s:\n%s"
                            .formatted(process.log(), ChildProcess.endOf(Path.of(process.log()))));
        }
    }

    private static boolean listens(KafkaAccess access) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), access.port())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean answers(KafkaAccess access) {
        try (Admin admin = access.admin()) {
            return !admin.describeCluster().nodes().get(30, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String newClusterId() {
        UUID id = UUID.randomUUID();
        byte[] bytes =
                ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return text.startsWith("-") ? newClusterId() : text;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            PrivateFile.write(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String LOGGING =
            """
            status = error
            appender.out.type = Console
            appender.out.name = out
            appender.out.layout.type = PatternLayout
            appender.out.layout.pattern = %d{ISO8601} %p %c: %m%n
            rootLogger.level = warn
            rootLogger.appenderRef.out.ref = out
            """;
}
