package io.tieout.kit.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.publish.Publisher;
import io.tieout.kit.store.ServiceConfig;
import io.tieout.model.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// Puts aside what cannot be processed: the bytes as they came, and why, how often, when and by
/// whom it was tried.
@ApplicationScoped
class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int STACK_LENGTH_MAX = 4_000;
    private static final int REASON_LENGTH_MAX = 1_000;

    private final Publisher publisher;
    private final ServiceConfig config;
    private final Clock clock;
    private final MeterRegistry registry;

    DeadLetters(Publisher publisher, ServiceConfig config, Clock clock, MeterRegistry registry) {
        this.publisher = publisher;
        this.config = config;
        this.clock = clock;
        this.registry = registry;
    }

    /// Returns when Kafka has the dead letter.
    void put(
            ConsumerRecord<String, byte[]> record,
            Topic<?> topic,
            ErrorCode code,
            int attempts,
            Throwable thrown) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(DeadLetterHeaders.ERROR_CODE, code.value());
        headers.put(DeadLetterHeaders.REASON, bounded(reason(thrown), REASON_LENGTH_MAX));
        headers.put(DeadLetterHeaders.STACK, bounded(stack(thrown), STACK_LENGTH_MAX));
        headers.put(DeadLetterHeaders.GROUP, config.name());
        headers.put(DeadLetterHeaders.ATTEMPTS, Integer.toString(attempts));
        headers.put(DeadLetterHeaders.AT, clock.instant().toString());
        headers.put(DeadLetterHeaders.TOPIC, record.topic());
        headers.put(DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
        headers.put(DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
        headers.put(DeadLetterHeaders.CORRELATION_ID, correlation(record.value()));
        String key = record.key() == null ? "" : record.key();
        publisher
                .send(topic.deadLetterName(), key, record.value(), headers)
                .toCompletableFuture()
                .join();
        registry.counter(
                        "dead_letters",
                        "topic",
                        topic.name(),
                        "code",
                        code.value(),
                        "group",
                        config.name())
                .increment();
        LOG.warnf(
                "Dead letter: errorCode=%s topic=%s partition=%d offset=%d attempts=%d reason=%s",
                code,
                record.topic(),
                record.partition(),
                record.offset(),
                attempts,
                reason(thrown));
    }

    private static String reason(Throwable thrown) {
        return thrown.getMessage() == null
                ? thrown.getClass().getSimpleName()
                : thrown.getMessage();
    }

    private static String stack(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static String bounded(String text, int lengthMax) {
        return text.length() <= lengthMax ? text : text.substring(0, lengthMax);
    }

    private static String correlation(byte[] value) {
        try {
            return WireJson.mapper().readTree(value).path("correlationId").asText("");
        } catch (IOException _) {
            return "";
        }
    }
}
