package io.tieout.launcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AclPlanTest {
    private final Set<AclBinding> plan = AclPlan.bindings(Topics.ALL);

    @Test
    void only_the_declared_writers_write_a_topic() {
        for (Topic<?> topic : Topics.ALL) {
            assertThat(who(topic.name(), AclOperation.WRITE)).isEqualTo(topic.writers());
        }
    }

    @Test
    void only_the_declared_readers_and_audit_read_a_topic() {
        for (Topic<?> topic : Topics.ALL) {
            Set<String> expected = new java.util.HashSet<>(topic.readers());
            expected.add(Services.AUDIT);

            assertThat(who(topic.name(), AclOperation.READ)).isEqualTo(expected);
        }
    }

    @Test
    void nobody_but_audit_releases() {
        assertThat(who(Topics.RELEASES.name(), AclOperation.WRITE)).containsExactly(Services.AUDIT);
    }

    @Test
    void only_the_console_redrives() {
        for (Topic<?> topic : Topics.ALL) {
            assertThat(who(topic.redriveName(), AclOperation.WRITE))
                    .containsExactly(Services.CONSOLE);
        }
    }

    @Test
    void every_reader_can_put_a_dead_letter_aside() {
        for (Topic<?> topic : Topics.ALL) {
            assertThat(who(topic.deadLetterName(), AclOperation.WRITE)).isEqualTo(topic.readers());
        }
    }

    @Test
    void a_service_joins_no_group_but_its_own() {
        assertThat(plan)
                .filteredOn(binding -> binding.pattern().resourceType() == ResourceType.GROUP)
                .filteredOn(binding -> binding.entry().operation() == AclOperation.READ)
                .allMatch(binding ->
                        binding.entry().principal().equals("User:" + binding.pattern().name()));
    }

    @Test
    void nothing_is_said_for_everybody() {
        assertThat(plan)
                .allMatch(binding -> !binding.entry().principal().equals("User:*"))
                .allMatch(binding -> binding.entry().permissionType() == AclPermissionType.ALLOW);
    }

    private Set<String> who(String topic, AclOperation operation) {
        return plan.stream()
                .filter(binding -> binding.pattern().resourceType() == ResourceType.TOPIC)
                .filter(binding -> binding.pattern().name().equals(topic))
                .filter(binding -> binding.entry().operation() == operation)
                .map(binding -> binding.entry().principal().substring("User:".length()))
                .collect(Collectors.toSet());
    }
}
