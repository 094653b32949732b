package io.tieout.launcher.postgres;

import io.tieout.launcher.process.Await;
import io.tieout.launcher.process.ChildProcess;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.process.RunningProcess.StopSignal;
import io.tieout.launcher.process.StartFailed;
import io.tieout.launcher.secret.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// One real PostgreSQL in a process of its own, durable as in production. It keeps its data between
/// starts.
public final class PostgresServer {
    /// The super user.
    public static final String SUPERUSER = "postgres";

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "fsync=on",
                    "synchronous_commit=on",
                    "max_connections=150",
                    "shared_buffers=48MB",
                    "work_mem=2MB",
                    "maintenance_work_mem=16MB",
                    "wal_buffers=1MB",
                    "max_wal_size=256MB",
                    "max_parallel_workers=0",
                    "max_parallel_workers_per_gather=0",
                    "max_logical_replication_workers=0",
                    "autovacuum_max_workers=1",
                    "jit=off",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "logging_collector=off",
                    "log_min_messages=warning");

    private final RunningProcess process;
    private final DatabaseAccess access;

    private PostgresServer(RunningProcess process, DatabaseAccess access) {
        this.process = process;
        this.access = access;
    }

    /// What a server needs to start.
    ///
    /// @param programs the folder under which PostgreSQL's programs are unpacked, once
    public record Options(
            Path directory, Path log, Path programs, int port, String superuserPassword) {}

    /// Starts a server and returns once it takes connections.
    ///
    /// @param onLaunch told of the process before it is ready, so that it can be put on record
    public static PostgresServer start(Options options, Consumer<RunningProcess> onLaunch) {
        PostgresBinaries binaries = PostgresBinaries.in(options.programs());
        Path data = options.directory().resolve("data").toAbsolutePath();
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            initialise(options, binaries, data);
        }
        RunningProcess process = postgres(options, binaries, data).start();
        onLaunch.accept(process);
        DatabaseAccess access =
                new DatabaseAccess(
                        "jdbc:postgresql://127.0.0.1:" + options.port() + "/postgres",
                        SUPERUSER,
                        options.superuserPassword());
        awaitReady(process, access);
        return new PostgresServer(process, access);
    }

    public RunningProcess process() {
        return process;
    }

    /// How the super user connects.
    public DatabaseAccess access() {
        return access;
    }

    public void stop() {
        process.stop(Duration.ofSeconds(15));
    }

    private static void initialise(Options options, PostgresBinaries binaries, Path data) {
        Path password = options.directory().resolve("password");
        try {
            PrivateFile.write(password, options.superuserPassword());
            List<String> command = new ArrayList<>();
            command.add(binaries.program("initdb").toString());
            command.add("--pgdata=" + data);
            command.add("--username=" + SUPERUSER);
            command.add("--pwfile=" + password);
            command.add("--auth=scram-sha-256");
            command.add("--encoding=UTF8");
            command.add("--locale=C");
            command.add("--locale-provider=builtin");
            command.add("--builtin-locale=C.UTF-8");
            command.add("--no-sync");
            child("postgres-init", options, Unprivileged.command(command), data).run();
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ChildProcess postgres(Options options, PostgresBinaries binaries, Path data) {
        List<String> command = new ArrayList<>();
        command.add(binaries.program("postgres").toString());
        command.add("-D");
        command.add(data.toString());
        command.add("-p");
        command.add(Integer.toString(options.port()));
        for (String setting : SETTINGS) {
            command.add("-c");
            command.add(setting);
        }
        return child("postgres", options, Unprivileged.command(command), data);
    }

    private static ChildProcess child(
            String name, Options options, List<String> command, Path data) {
        return new ChildProcess(
                name,
                command,
                Map.of("LC_ALL", "C"),
                options.log(),
                data.toString(),
                StopSignal.INTERRUPT,
                List.of(options.port()));
    }

    private static void awaitReady(RunningProcess process, DatabaseAccess access) {
        boolean ready = Await.until(START_LIMIT, () -> !process.isAlive() || answers(access));
        if (!ready || !process.isAlive()) {
            process.kill();
            throw new StartFailed(
                    "PostgreSQL did not start. The end of its log, %s:\n%s"
                            .formatted(process.log(), ChildProcess.endOf(Path.of(process.log()))));
        }
    }

    private static boolean answers(DatabaseAccess access) {
        try (Connection connection = access.connect()) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }
}
