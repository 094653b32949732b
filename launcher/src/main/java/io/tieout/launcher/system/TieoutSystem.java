package io.tieout.launcher.system;

import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.launcher.kafka.KafkaServer;
import io.tieout.launcher.port.Listener;
import io.tieout.launcher.postgres.DatabaseAccess;
import io.tieout.launcher.postgres.DatabaseProvisioning;
import io.tieout.launcher.postgres.PostgresServer;
import io.tieout.launcher.process.Memory;
import io.tieout.launcher.process.RunFile;
import io.tieout.launcher.process.RunRecord;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.process.StartFailed;
import io.tieout.launcher.secret.Secrets;
import io.tieout.model.topic.Services;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The whole of Tieout, running: the real broker, the real database, the twin and the services,
/// each a process that can be killed and started again. For the command line and for system tests
/// alike.
public final class TieoutSystem implements AutoCloseable {
    private final SystemOptions options;
    private final Secrets secrets;
    private final RunFile runFile;
    private final Infrastructure infrastructure;
    private final Applications applications;
    private final Progress progress;
    private final long startedNanos = System.nanoTime();
    private final AtomicReference<@Nullable StartFailed> firstFailure = new AtomicReference<>();
    private volatile boolean stopping;

    private TieoutSystem(SystemOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        Path directory = options.directory().toAbsolutePath();
        this.secrets = Secrets.of(directory.resolve("secrets.json"), users(), signers());
        this.runFile = new RunFile(options.workspace().resolve("run.json"));
        this.infrastructure = new Infrastructure(options, secrets);
        Path configuration = directory.resolve("config");
        Harbor.writeConfiguration(configuration);
        this.applications =
                new Applications(
                        options,
                        new ServiceEnvironment(options.ports(), secrets, configuration, directory));
    }

    /// Starts everything and returns once all of it is ready; stops it again if anything fails.
    public static TieoutSystem start(SystemOptions options) {
        return start(options, Clock.systemUTC(), Progress.silent(), _ -> {});
    }

    /// The same, telling how it goes.
    ///
    /// @param onCreate given the system before anything of it runs, so that it can be stopped
    ///   meanwhile
    public static TieoutSystem start(
            SystemOptions options,
            Clock clock,
            Progress progress,
            Consumer<TieoutSystem> onCreate) {
        stopLeftovers(options);
        options.ports().requireFree();
        Applications.requireBuilt(options);
        TieoutSystem system = new TieoutSystem(options, progress);
        system.runFile.write(
                RunRecord.begin(
                        options.mode(),
                        clock.instant().toString(),
                        options.directory().toAbsolutePath().toString(),
                        options.ports().base()));
        onCreate.accept(system);
        try {
            system.startAll();
        } catch (StartFailed e) {
            system.stop();
            throw e;
        }
        return system;
    }

    public String url(Listener listener) {
        return options.ports().httpUrl(listener);
    }

    /// The super user's access to Kafka.
    public KafkaAccess kafka() {
        return infrastructure.kafkaAdmin();
    }

    /// A service's own access to Kafka, with no more rights than it has.
    public KafkaAccess kafkaAs(String service) {
        return kafka().as(service, secrets.password(service));
    }

    /// The owner's access to the database.
    public DatabaseAccess database() {
        return infrastructure.databaseOwner();
    }

    /// A service's own access to the database, with no more rights than it has.
    public DatabaseAccess databaseAs(String service) {
        String role = Part.named(service).databaseRole();
        return database().as(role, secrets.password(role));
    }

    public Secrets secrets() {
        return secrets;
    }

    public SystemOptions options() {
        return options;
    }

    public List<RunningProcess> processes() {
        return runFile.read().map(RunRecord::processes).orElse(List.of());
    }

    /// Proportional set size of everything it started, in bytes.
    public long pss() {
        return Memory.proportionalSetSize(processes());
    }

    /// How long it has been since the start began.
    public Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /// Ends a part as a crash would: `kill -9`.
    public void kill(String name) {
        process(name).kill();
    }

    /// Asks a part to end in good order.
    public void stop(String name) {
        process(name).stop(Duration.ofSeconds(15));
    }

    /// Starts a part again, stopping it first if it still runs, and returns once it is ready.
    public void restart(String name) {
        process(name).stop(Duration.ofSeconds(15));
        launch(name);
    }

    /// Starts services that the options left out, side by side, and returns once all are ready.
    public void startMore(Set<String> services) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            Part.services(services).stream()
                                    .map(part -> launched(part.module(), threads))
                                    .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            StartFailed first = firstFailure.get();
            throw first == null ? e : first;
        }
    }

    /// Starts a second copy of a service at a port of its own, and returns once it is ready.
    public void startCopy(String service, int port) {
        applications.startCopy(Part.named(service), service + "-2", port, this::record);
    }

    /// Stops everything in order. Doing it again does nothing.
    public synchronized void stop() {
        stopping = true;
        StopOrder.stop(processes());
        options.stores().stop();
        runFile.delete();
    }

    @Override
    public void close() {
        stop();
    }

    private void startAll() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> twin = launched(Part.TWIN.module(), threads);
            CompletableFuture<Void> stores =
                    CompletableFuture.allOf(
                            launched("kafka", threads), launched("postgres", threads));
            List<CompletableFuture<Void>> all = new ArrayList<>();
            all.add(twin);
            all.add(stores);
            for (Part service : Part.services(options.services())) {
                all.add(stores.thenRunAsync(() -> launchOrStop(service.module()), threads));
            }
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            StartFailed first = firstFailure.get();
            throw first == null ? e : first;
        }
    }

    private CompletableFuture<Void> launched(String name, ExecutorService threads) {
        return CompletableFuture.runAsync(() -> launchOrStop(name), threads);
    }

    /// The first failure stops everything, so that nobody waits for what cannot come.
    private void launchOrStop(String name) {
        try {
            launch(name);
        } catch (StartFailed e) {
            firstFailure.compareAndSet(null, e);
            stop();
            throw e;
        }
    }

    private void launch(String name) {
        switch (name) {
            case "kafka" -> infrastructure.kafka(this::record);
            case "postgres" -> infrastructure.postgres(this::record);
            default -> applications.start(Part.named(name), this::record);
        }
        progress.ready(name, address(name), sinceStart());
    }

    private synchronized void record(RunningProcess process) {
        if (stopping) {
            process.kill();
            throw new StartFailed("Tieout was stopped while it started.");
        }
        runFile.add(process);
    }

    private RunningProcess process(String name) {
        return runFile.read()
                .flatMap(state -> state.process(name))
                .orElseThrow(() -> new IllegalArgumentException(name + " was never started"));
    }

    private String address(String name) {
        return switch (name) {
            case "kafka" -> "localhost:" + options.ports().of(Listener.KAFKA);
            case "postgres" -> "localhost:" + options.ports().of(Listener.POSTGRES);
            default -> options.ports().httpUrl(Part.named(name).listener());
        };
    }

    /// What a killed launcher left in this workspace would hold our ports.
    public static void stopLeftovers(SystemOptions options) {
        RunFile file = new RunFile(options.workspace().resolve("run.json"));
        file.read()
                .ifPresent(state -> {
                    StopOrder.stop(state.processes());
                    file.delete();
                });
    }

    private static List<String> users() {
        List<String> users = new ArrayList<>();
        users.add(KafkaServer.ADMIN);
        users.add(PostgresServer.SUPERUSER);
        users.addAll(SystemOptions.ALL_SERVICES);
        users.addAll(DatabaseProvisioning.roles());
        return users;
    }

    private static List<String> signers() {
        return List.of(Services.AUDIT, Services.CONSOLE, Services.INGEST);
    }
}
