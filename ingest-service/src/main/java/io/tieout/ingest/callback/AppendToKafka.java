package io.tieout.ingest.callback;

import io.tieout.ingest.IngestConfig;
import io.tieout.kit.event.Events;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.publish.Publisher;
import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.ConnectionId;
import io.tieout.model.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/// Puts what came in into Kafka before the sender hears that it arrived.
@ApplicationScoped
class AppendToKafka {
    private static final Logger LOG = Logger.getLogger(AppendToKafka.class);

    private final Publisher publisher;
    private final Events events;
    private final IngestConfig config;

    AppendToKafka(Publisher publisher, Events events, IngestConfig config) {
        this.publisher = publisher;
        this.events = events;
        this.config = config;
    }

    /// True when Kafka has it for good; false when it did not say so in time.
    <T> boolean append(Topic<T> topic, String key, ConnectionId connection, T payload) {
        byte[] event =
                WireJson.write(
                        events.started(
                                connection, SourceRevision.NONE, events.newCorrelation(), payload));
        try {
            publisher
                    .send(topic.name(), key, event, Map.of())
                    .toCompletableFuture()
                    .get(config.callback().ackTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warnf("Not acknowledged by Kafka in time, topic=%s: %s", topic.name(), e);
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
