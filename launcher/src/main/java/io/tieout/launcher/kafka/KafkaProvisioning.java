package io.tieout.launcher.kafka;

import io.tieout.launcher.process.Await;
import io.tieout.launcher.process.StartFailed;
import io.tieout.model.topic.Topic;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;

/// Brings a broker to what the contract says: topics, users, rights. Doing it again changes
/// nothing.
public final class KafkaProvisioning {
    private static final int ITERATIONS = 4096;
    private static final Duration EFFECT_LIMIT = Duration.ofMinutes(3);

    private final KafkaAccess access;

    public KafkaProvisioning(KafkaAccess access) {
        this.access = access;
    }

    /// Creates what is missing, and takes back rights that the contract no longer gives.
    public void apply(List<Topic<?>> contract, Map<String, String> passwords) {
        try (Admin admin = access.admin()) {
            createUsers(admin, contract, passwords);
            createTopics(admin, contract);
            alignRights(admin, contract);
        } catch (ExecutionException e) {
            throw new StartFailed("Kafka refused its topics, users or rights: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("Kafka's set-up was interrupted.", e);
        }
    }

    private static void createUsers(
            Admin admin, List<Topic<?>> contract, Map<String, String> passwords)
            throws ExecutionException, InterruptedException {
        ScramCredentialInfo mechanism =
                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS);
        List<UserScramCredentialAlteration> users =
                AclPlan.services(contract).stream()
                        .<UserScramCredentialAlteration>map(service ->
                                new UserScramCredentialUpsertion(
                                        service, mechanism, password(passwords, service)))
                        .toList();
        admin.alterUserScramCredentials(users).all().get();
    }

    private static String password(Map<String, String> passwords, String service) {
        String password = passwords.get(service);
        if (password == null) {
            throw new StartFailed("There is no Kafka password for " + service + ".");
        }
        return password;
    }

    private static void createTopics(Admin admin, List<Topic<?>> contract)
            throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<NewTopic> wanted = TopicPlan.topics(contract, (short) 1);
        admin.createTopics(
                        wanted.stream().filter(topic -> !present.contains(topic.name())).toList())
                .all()
                .get();
        admin.incrementalAlterConfigs(
                        wanted.stream()
                                .filter(topic -> present.contains(topic.name()))
                                .collect(
                                        Collectors.toMap(
                                                KafkaProvisioning::named, KafkaProvisioning::kept)))
                .all()
                .get();
    }

    private static ConfigResource named(NewTopic topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    /// A topic that is there may have to be kept for another time than before.
    private static Collection<AlterConfigOp> kept(NewTopic topic) {
        return topic.configs().entrySet().stream()
                .map(entry ->
                        new AlterConfigOp(
                                new ConfigEntry(entry.getKey(), entry.getValue()),
                                AlterConfigOp.OpType.SET))
                .toList();
    }

    private static void alignRights(Admin admin, List<Topic<?>> contract)
            throws ExecutionException, InterruptedException {
        Set<AclBinding> wanted = AclPlan.bindings(contract);
        Set<AclBinding> present = inForce(admin);
        Set<AclBindingFilter> obsolete =
                present.stream()
                        .filter(binding -> !wanted.contains(binding))
                        .map(AclBinding::toFilter)
                        .collect(Collectors.toSet());
        admin.deleteAcls(obsolete).all().get();
        admin.createAcls(wanted).all().get();
        // The broker acts on new rights a moment after it has taken them.
        if (!Await.until(EFFECT_LIMIT, () -> inForce(admin).containsAll(wanted))) {
            throw new StartFailed("Kafka took its rights but does not act on them.");
        }
    }

    private static Set<AclBinding> inForce(Admin admin) {
        try {
            return Set.copyOf(admin.describeAcls(AclBindingFilter.ANY).values().get());
        } catch (ExecutionException e) {
            throw new StartFailed("Kafka does not tell its rights: " + e.getCause(), e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }
}
