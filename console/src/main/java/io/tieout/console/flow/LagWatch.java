package io.tieout.console.flow;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.tieout.console.ConsoleConfig;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/// Asks the broker how far each consumer group is behind, so that a consumer that is gone is seen
/// as well. Exported as `kafka_group_lag`.
@ApplicationScoped
class LagWatch {
    private static final Logger LOG = Logger.getLogger(LagWatch.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Map<String, Object> settings = new HashMap<>();
    private final ConsoleConfig config;
    private final Clock clock;
    private final MultiGauge gauge;
    private final Set<String> groups;
    private volatile Lag latest = new Lag.Unasked();
    private volatile boolean stopping;

    LagWatch(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            ConsoleConfig config,
            MeterRegistry registry,
            Clock clock) {
        settings.putAll(kafka);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        this.config = config;
        this.clock = clock;
        this.gauge = MultiGauge.builder("kafka_group_lag").register(registry);
        this.groups =
                Topics.ALL.stream()
                        .map(Topic::readers)
                        .flatMap(Set::stream)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    Lag latest() {
        return latest;
    }

    void start(@Observes StartupEvent start) {
        if (config.lag().enabled()) {
            Thread.ofPlatform().daemon().name("lag-watch").start(this::loop);
        }
    }

    void stop(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private void loop() {
        try (Admin admin = Admin.create(settings)) {
            while (!stopping) {
                latest = ask(admin);
                Thread.sleep(config.lag().interval());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Lag ask(Admin admin) throws InterruptedException {
        Instant now = clock.instant();
        try {
            List<GroupLag> lags = measured(admin);
            gauge.register(
                    lags.stream()
                            .map(lag ->
                                    MultiGauge.Row.of(
                                            Tags.of("group", lag.group(), "topic", lag.topic()),
                                            lag.lag()))
                            .collect(Collectors.toList()),
                    true);
            return new Lag.Measured(now, lags);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debugf("Cannot ask for consumer lag: %s", e.getMessage());
            String why = e.getCause() == null ? "no answer in time" : e.getCause().getMessage();
            return new Lag.OutOfReach(now, String.valueOf(why));
        }
    }

    private List<GroupLag> measured(Admin admin)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> settled =
                admin.listConsumerGroupOffsets(
                                groups.stream()
                                        .collect(
                                                Collectors.toMap(
                                                        group -> group,
                                                        _ -> new ListConsumerGroupOffsetsSpec())))
                        .all()
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends =
                admin.listOffsets(
                                settled.values().stream()
                                        .flatMap(offsets -> offsets.keySet().stream())
                                        .distinct()
                                        .collect(
                                                Collectors.toMap(
                                                        partition -> partition,
                                                        _ -> OffsetSpec.latest())))
                        .all()
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        List<GroupLag> lags = new ArrayList<>();
        settled.forEach((group, offsets) -> {
            Map<String, Long> byTopic = new HashMap<>();
            offsets.forEach((partition, offset) -> {
                ListOffsetsResult.ListOffsetsResultInfo end = ends.get(partition);
                if (offset != null && end != null) {
                    byTopic.merge(
                            partition.topic(),
                            Math.max(0, end.offset() - offset.offset()),
                            Long::sum);
                }
            });
            byTopic.forEach((topic, lag) -> lags.add(new GroupLag(group, topic, lag)));
        });
        lags.sort(Comparator.comparing(GroupLag::group).thenComparing(GroupLag::topic));
        return lags;
    }
}
