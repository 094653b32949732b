package io.tieout.launcher.kafka;

import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topic;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// Who may read and write what, derived from the contract. What is not here is denied.
///
/// Writing with an idempotent producer needs no right beyond writing to a topic; reading and
/// writing include describing.
final class AclPlan {
    private static final String ALL = "*";
    private static final Set<String> WATCHERS = Set.of(Services.CONSOLE, Services.AUDIT);

    private AclPlan() {}

    static Set<AclBinding> bindings(List<Topic<?>> contract) {
        Set<AclBinding> bindings = new LinkedHashSet<>();
        contract.forEach(topic -> bindings.addAll(ofTopic(topic)));
        for (String service : services(contract)) {
            bindings.add(group(service, service, PatternType.PREFIXED, READ));
        }
        // Lag is read from the broker, so that it is seen even when a consumer is gone.
        for (String watcher : WATCHERS) {
            bindings.add(group(watcher, ALL, PatternType.LITERAL, DESCRIBE));
            bindings.add(topic(watcher, ALL, DESCRIBE));
        }
        return bindings;
    }

    /// Every service that reads or writes anything.
    static Set<String> services(List<Topic<?>> contract) {
        return contract.stream()
                .flatMap(topic -> Stream.concat(topic.writers().stream(), topic.readers().stream()))
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private static Set<AclBinding> ofTopic(Topic<?> topic) {
        Set<AclBinding> bindings = new LinkedHashSet<>();
        for (String writer : topic.writers()) {
            bindings.add(topic(writer, topic.name(), WRITE));
        }
        for (String reader : topic.readers()) {
            bindings.add(topic(reader, topic.name(), READ));
            bindings.add(topic(reader, topic.redriveName(), READ));
            bindings.add(topic(reader, topic.deadLetterName(), WRITE));
        }
        bindings.add(topic(Services.CONSOLE, topic.deadLetterName(), READ));
        bindings.add(topic(Services.CONSOLE, topic.redriveName(), WRITE));
        for (String name : topic.allNames()) {
            bindings.add(topic(Services.AUDIT, name, READ));
        }
        return bindings;
    }

    private static AclBinding topic(String service, String name, AclOperation operation) {
        return binding(service, ResourceType.TOPIC, name, PatternType.LITERAL, operation);
    }

    private static AclBinding group(
            String service, String name, PatternType pattern, AclOperation operation) {
        return binding(service, ResourceType.GROUP, name, pattern, operation);
    }

    private static AclBinding binding(
            String service,
            ResourceType type,
            String name,
            PatternType pattern,
            AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + service, ALL, operation, AclPermissionType.ALLOW));
    }
}
