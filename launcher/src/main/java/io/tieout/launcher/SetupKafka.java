package io.tieout.launcher;

import io.tieout.launcher.kafka.KafkaAccess;
import io.tieout.launcher.kafka.KafkaProvisioning;
import io.tieout.launcher.process.Await;
import io.tieout.launcher.process.StartFailed;
import io.tieout.launcher.system.SystemOptions;
import io.tieout.model.topic.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;

/// Brings a broker that somebody else runs to what the contract says: users, topics, rights. Reads
/// `TIEOUT_KAFKA`, `KAFKA_ADMIN_PASSWORD` and, for each service, `INGEST_KAFKA_PASSWORD` and so on.
@Command(
        name = "setup-kafka",
        description = "Create Kafka users, topics and rights on a broker that runs already.")
final class SetupKafka implements Runnable {
    private static final Duration BROKER_LIMIT = Duration.ofMinutes(2);

    private final Map<String, String> environment = System.getenv();

    @Override
    public void run() {
        KafkaAccess admin =
                KafkaAccess.plain(needed("TIEOUT_KAFKA"), "admin", needed("KAFKA_ADMIN_PASSWORD"));
        Map<String, String> passwords = new HashMap<>();
        for (String service : SystemOptions.ALL_SERVICES) {
            passwords.put(service, needed(variable(service)));
        }
        if (!Await.until(BROKER_LIMIT, () -> answers(admin))) {
            throw new StartFailed(
                    "No broker answers at "
                            + admin
                            + " within "
                            + BROKER_LIMIT.toSeconds()
                            + " s.");
        }
        new KafkaProvisioning(admin).apply(Topics.ALL, passwords);
        System.out.println("Users, topics and rights are in place.");
    }

    /// `ingest-service` becomes `INGEST_KAFKA_PASSWORD`.
    static String variable(String service) {
        return service.replace("-service", "").toUpperCase(Locale.ROOT) + "_KAFKA_PASSWORD";
    }

    private String needed(String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is not set.");
        }
        return value;
    }

    private static boolean answers(KafkaAccess access) {
        try (Admin admin = access.admin()) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }
}
