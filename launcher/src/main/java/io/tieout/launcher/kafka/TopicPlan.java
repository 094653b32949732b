package io.tieout.launcher.kafka;

import io.tieout.model.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/// Which topics there are, derived from the contract.
final class TopicPlan {
    static final Duration DEAD_LETTERS_STAY = Duration.ofDays(30);
    static final Duration REDRIVES_STAY = Duration.ofDays(7);

    private TopicPlan() {}

    static List<NewTopic> topics(List<Topic<?>> contract, short replication) {
        return contract.stream().flatMap(topic -> three(topic, replication)).toList();
    }

    private static Stream<NewTopic> three(Topic<?> topic, short replication) {
        Duration retention = topic.retention();
        Map<String, String> configuration =
                retention == null
                        ? Map.of("cleanup.policy", "compact")
                        : Map.of(
                                "cleanup.policy",
                                "delete",
                                "retention.ms",
                                Long.toString(retention.toMillis()));
        return Stream.of(
                topic(topic.name(), topic, replication, configuration),
                topic(topic.deadLetterName(), topic, replication, keptFor(DEAD_LETTERS_STAY)),
                topic(topic.redriveName(), topic, replication, keptFor(REDRIVES_STAY)));
    }

    private static NewTopic topic(
            String name, Topic<?> topic, short replication, Map<String, String> configuration) {
        return new NewTopic(name, topic.partitions(), replication)
                .configs(new HashMap<>(configuration));
    }

    private static Map<String, String> keptFor(Duration time) {
        return Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(time.toMillis()));
    }
}
