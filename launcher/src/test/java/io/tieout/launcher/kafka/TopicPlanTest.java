package io.tieout.launcher.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.topic.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
    private final Map<String, NewTopic> plan =
            TopicPlan.topics(Topics.ALL, (short) 1).stream()
                    .collect(Collectors.toMap(NewTopic::name, Function.identity()));

    @Test
    void every_topic_has_dead_letters_and_redrives() {
        assertThat(plan).hasSize(3 * Topics.ALL.size());
    }

    @Test
    void a_state_topic_is_compacted_and_never_expires() {
        assertThat(plan.get("smartsheet.rows.v1").configs())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void other_topics_expire_as_declared() {
        assertThat(plan.get("finance.releases.v1").configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", millis(30));
    }

    @Test
    void dead_letters_stay_thirty_days_and_redrives_seven() {
        assertThat(plan.get("smartsheet.rows.v1.dlq").configs())
                .containsEntry("retention.ms", millis(30));
        assertThat(plan.get("smartsheet.rows.v1.redrive").configs())
                .containsEntry("retention.ms", millis(7));
    }

    @Test
    void all_have_the_declared_partitions() {
        assertThat(plan.values()).allMatch(topic -> topic.numPartitions() == Topics.PARTITIONS);
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
