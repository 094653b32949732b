package io.tieout.launcher.system;

import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.launcher.kafka.KafkaProvisioning;
import io.tieout.launcher.port.Listener;
import io.tieout.launcher.postgres.DatabaseAccess;
import io.tieout.launcher.postgres.DatabaseProvisioning;
import io.tieout.launcher.process.RunningProcess;
import io.tieout.launcher.secret.Secrets;
import io.tieout.model.topic.Topics;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Starts the broker and the database and brings both to what the contract says.
final class Infrastructure {
    private final SystemOptions options;
    private final Secrets secrets;
    private volatile @Nullable KafkaAccess kafkaAdmin;

    Infrastructure(SystemOptions options, Secrets secrets) {
        this.options = options;
        this.secrets = secrets;
    }

    void kafka(Consumer<RunningProcess> onLaunch) {
        KafkaAccess admin = options.stores().kafka(options, secrets, onLaunch);
        new KafkaProvisioning(admin).apply(Topics.ALL, secrets.passwords());
        kafkaAdmin = admin;
    }

    void postgres(Consumer<RunningProcess> onLaunch) {
        DatabaseAccess superuser = options.stores().postgres(options, secrets, onLaunch);
        new DatabaseProvisioning(superuser).apply(secrets.passwords());
    }

    KafkaAccess kafkaAdmin() {
        return Objects.requireNonNull(kafkaAdmin, "Kafka has not started yet");
    }

    DatabaseAccess databaseOwner() {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + options.ports().of(Listener.POSTGRES) + "/tieout",
                ServiceEnvironment.OWNER,
                secrets.password(ServiceEnvironment.OWNER));
    }
}
