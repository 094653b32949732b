package io.tieout.system.running;

import static org.awaitility.Awaitility.await;

import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.launcher.kafka.KafkaServer;
import io.tieout.launcher.port.Listener;
import io.tieout.launcher.postgres.DatabaseAccess;
import io.tieout.launcher.postgres.PostgresServer;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.process.StartFailed;
import io.tieout.launcher.secret.Secrets;
import io.tieout.launcher.system.Stores;
import io.tieout.launcher.system.SystemOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/// Broker and database from the images that docker-compose.yml names, with the same settings.
final class ContainerStores implements Stores {
    private final List<GenericContainer<?>> containers = new CopyOnWriteArrayList<>();

    @Override
    public KafkaAccess kafka(
            SystemOptions options, Secrets secrets, Consumer<RunningProcess> onLaunch) {
        int port = options.ports().of(Listener.KAFKA);
        String password = secrets.password(KafkaServer.ADMIN);
        start(
                "apache/kafka:4.1.0",
                port,
                9092,
                "Kafka Server started",
                brokerSettings(port, password));
        return KafkaAccess.plain("127.0.0.1:" + port, KafkaServer.ADMIN, password);
    }

    @Override
    public DatabaseAccess postgres(
            SystemOptions options, Secrets secrets, Consumer<RunningProcess> onLaunch) {
        int port = options.ports().of(Listener.POSTGRES);
        String password = secrets.password(PostgresServer.SUPERUSER);
        start(
                "postgres:17",
                port,
                5432,
                "ready to accept connections",
                Map.of("POSTGRES_USER", PostgresServer.SUPERUSER, "POSTGRES_PASSWORD", password));
        DatabaseAccess access =
                new DatabaseAccess(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                        PostgresServer.SUPERUSER,
                        password);
        // Its port opens before the image has prepared the database, and closes once more.
        await().ignoreException(SQLException.class)
                .until(() -> {
                    try (Connection connection = access.connect()) {
                        return connection.isValid(1);
                    }
                });
        return access;
    }

    @Override
    public void stop() {
        containers.forEach(GenericContainer::stop);
    }

    private void start(
            String image,
            int port,
            int innerPort,
            String readyWords,
            Map<String, String> environment) {
        GenericContainer<?> container =
                new GenericContainer<>(image)
                        .withExposedPorts(innerPort)
                        .withEnv(environment)
                        .waitingFor(Wait.forLogMessage(".*" + readyWords + ".*", 1));
        container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, innerPort)));
        containers.add(container);
        try {
            container.start();
        } catch (ContainerLaunchException | ContainerFetchException e) {
            throw new StartFailed("The container of " + image + " did not start.", e);
        }
    }

    private static Map<String, String> brokerSettings(int port, String password) {
        return Map.ofEntries(
                Map.entry("KAFKA_NODE_ID", "1"),
                Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_LISTENERS", "CLIENT://:9092,CONTROLLER://:9093"),
                Map.entry("KAFKA_ADVERTISED_LISTENERS", "CLIENT://127.0.0.1:" + port),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "CLIENT"),
                Map.entry(
                        "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                        "CLIENT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("KAFKA_SASL_ENABLED_MECHANISMS", "PLAIN,SCRAM-SHA-512"),
                Map.entry("KAFKA_SASL_MECHANISM_INTER_BROKER_PROTOCOL", "PLAIN"),
                Map.entry(
                        "KAFKA_LISTENER_NAME_CLIENT_PLAIN_SASL_JAAS_CONFIG",
                        "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\" password=\"%1$s\" user_admin=\"%1$s\";"
                                .formatted(password)),
                Map.entry(
                        "KAFKA_LISTENER_NAME_CLIENT_SCRAM___SHA___512_SASL_JAAS_CONFIG",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                Map.entry(
                        "KAFKA_AUTHORIZER_CLASS_NAME",
                        "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                Map.entry("KAFKA_SUPER_USERS", "User:admin;User:ANONYMOUS"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                Map.entry("KAFKA_MESSAGE_MAX_BYTES", "12582912"));
    }
}
