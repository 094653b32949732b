package io.tieout.launcher.system;

import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.launcher.kafka.KafkaServer;
import io.tieout.launcher.port.Listener;
import io.tieout.launcher.postgres.DatabaseAccess;
import io.tieout.launcher.postgres.PostgresServer;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.secret.Secrets;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Broker and database as child processes, from Maven artifacts.
final class ProcessStores implements Stores {
    @Override
    public KafkaAccess kafka(
            SystemOptions options, Secrets secrets, Consumer<RunningProcess> onLaunch) {
        return KafkaServer.start(
                        new KafkaServer.Options(
                                options.directory().resolve("kafka").toAbsolutePath(),
                                log(options, "kafka"),
                                options.home().resolve("launcher/kafka-broker/target/libs"),
                                options.archives(),
                                options.ports().of(Listener.KAFKA),
                                options.ports().of(Listener.KAFKA_CONTROLLER),
                                secrets.password(KafkaServer.ADMIN)),
                        onLaunch)
                .access();
    }

    @Override
    public DatabaseAccess postgres(
            SystemOptions options, Secrets secrets, Consumer<RunningProcess> onLaunch) {
        return PostgresServer.start(
                        new PostgresServer.Options(
                                options.directory().resolve("postgres").toAbsolutePath(),
                                log(options, "postgres"),
                                options.home()
                                        .resolve(".tieout")
                                        .resolve("programs")
                                        .toAbsolutePath(),
                                options.ports().of(Listener.POSTGRES),
                                secrets.password(PostgresServer.SUPERUSER)),
                        onLaunch)
                .access();
    }

    private static Path log(SystemOptions options, String name) {
        return options.workspace().resolve("logs").resolve(name + ".log").toAbsolutePath();
    }
}
