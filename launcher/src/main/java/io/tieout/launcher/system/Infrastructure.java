package io.tieout.launcher.system;

import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.launcher.kafka.KafkaProvisioning;
import io.tieout.launcher.kafka.KafkaServer;
import io.tieout.launcher.port.Listener;
import io.tieout.launcher.postgres.DatabaseAccess;
import io.tieout.launcher.postgres.DatabaseProvisioning;
import io.tieout.launcher.postgres.PostgresServer;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.secret.Secrets;
import io.tieout.model.topic.Topics;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Starts the broker and the database and brings both to what the contract says.
final class Infrastructure {
    private final SystemOptions options;
    private final Secrets secrets;

    Infrastructure(SystemOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    void kafka(Consumer<RunningProcess> onLaunch) {
        KafkaServer server =
                KafkaServer.start(
                        new KafkaServer.Options(
                                options.directory().resolve("kafka").toAbsolutePath(),
                                log("kafka"),
                                options.home().resolve("launcher/kafka-broker/target/libs"),
                                options.archives(),
                                options.ports().of(Listener.KAFKA),
                                options.ports().of(Listener.KAFKA_CONTROLLER),
                                secrets.password(KafkaServer.ADMIN)),
                        onLaunch);
        new KafkaProvisioning(server.access()).apply(Topics.ALL, secrets.passwords());
    }

    void postgres(Consumer<RunningProcess> onLaunch) {
        PostgresServer server =
                PostgresServer.start(
                        new PostgresServer.Options(
                                options.directory().resolve("postgres").toAbsolutePath(),
                                log("postgres"),
                                programs(),
                                options.ports().of(Listener.POSTGRES),
                                secrets.password(PostgresServer.SUPERUSER)),
                        onLaunch);
        new DatabaseProvisioning(server.access()).apply(secrets.passwords());
    }

    KafkaAccess kafkaAdmin() {
        return new KafkaAccess(
                "127.0.0.1:" + options.ports().of(Listener.KAFKA),
                KafkaServer.ADMIN,
                secrets.password(KafkaServer.ADMIN));
    }

    DatabaseAccess databaseOwner() {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + options.ports().of(Listener.POSTGRES) + "/tieout",
                ServiceEnvironment.OWNER,
                secrets.password(ServiceEnvironment.OWNER));
    }

    private Path programs() {
        return options.home().resolve(".tieout").resolve("programs").toAbsolutePath();
    }

    private Path log(String name) {
        return options.workspace().resolve("logs").resolve(name + ".log").toAbsolutePath();
    }
}
