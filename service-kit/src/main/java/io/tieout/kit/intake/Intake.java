package io.tieout.kit.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.store.ServiceConfig;
import io.tieout.model.envelope.EventEnvelope;
import io.tieout.model.topic.Topic;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Settles one record: hands it to the use case, retries what may pass, puts aside what will not.
/// When it returns, the record's offset may be committed.
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);

    private final DeadLetters deadLetters;
    private final ServiceConfig config;
    private final MeterRegistry registry;

    Intake(DeadLetters deadLetters, ServiceConfig config, MeterRegistry registry) {
        this.deadLetters = deadLetters;
        this.config = config;
        this.registry = registry;
    }

    /// What a consumer does with an event.
    @FunctionalInterface
    public interface Handler<T> {
        void handle(EventEnvelope<T> event);
    }

    /// Processes the record to its end: done, skipped, or put aside as a dead letter.
    public <T> void take(
            ConsumerRecord<String, byte[]> record, Topic<T> topic, Handler<T> handler) {
        if (record.value() == null || isForAnotherGroup(record, topic)) {
            return;
        }
        int attempts = 0;
        while (true) {
            attempts++;
            try {
                EventEnvelope<T> event = WireJson.readEvent(record.value(), topic.payloadType());
                MDC.put("correlationId", event.correlationId().value());
                MDC.put("eventId", event.eventId().toString());
                handler.handle(event);
                count(topic, "done");
                return;
            } catch (RuntimeException thrown) {
                if (!isRetried(record, topic, thrown, attempts)) {
                    return;
                }
            } finally {
                MDC.remove("correlationId");
                MDC.remove("eventId");
            }
        }
    }

    private boolean isRetried(
            ConsumerRecord<String, byte[]> record,
            Topic<?> topic,
            RuntimeException thrown,
            int attempts) {
        return switch (Failure.of(thrown)) {
            case Failure.Outage(ErrorCode code) -> {
                LOG.warnf(
                        "Waiting, errorCode=%s topic=%s: %s",
                        code, record.topic(), thrown.getMessage());
                count(topic, "waiting");
                pause(attempts);
                yield true;
            }
            case Failure.Transient(ErrorCode code) when attempts <= config.retry().retriesMax() -> {
                LOG.debugf(
                        "Retrying, errorCode=%s topic=%s attempt=%d",
                        code, record.topic(), attempts);
                count(topic, "retried");
                pause(attempts);
                yield true;
            }
            case Failure.Transient(ErrorCode code) ->
                    putAside(record, topic, code, attempts, thrown);
            case Failure.Poison(ErrorCode code) -> putAside(record, topic, code, attempts, thrown);
            case Failure.Bug(ErrorCode code) -> {
                LOG.errorf(thrown, "A bug while processing %s", record.topic());
                yield putAside(record, topic, code, attempts, thrown);
            }
        };
    }

    private boolean putAside(
            ConsumerRecord<String, byte[]> record,
            Topic<?> topic,
            ErrorCode code,
            int attempts,
            Throwable thrown) {
        deadLetters.put(record, topic, code, attempts, thrown);
        count(topic, "dead-lettered");
        return false;
    }

    /// A redriven record is meant for the one group that could not process it before.
    private boolean isForAnotherGroup(ConsumerRecord<String, byte[]> record, Topic<?> topic) {
        if (!record.topic().equals(topic.redriveName())) {
            return false;
        }
        Header group = record.headers().lastHeader(DeadLetterHeaders.REDRIVE_GROUP);
        return group == null
                || !config.name().equals(new String(group.value(), StandardCharsets.UTF_8));
    }

    private void count(Topic<?> topic, String outcome) {
        registry.counter("messages", "topic", topic.name(), "outcome", outcome).increment();
    }

    /// Full jitter over a doubling delay.
    private void pause(int attempts) {
        Duration most = config.retry().delay().multipliedBy(1L << Math.min(attempts, 10));
        Duration cap =
                most.compareTo(config.retry().delayMax()) > 0 ? config.retry().delayMax() : most;
        try {
            Thread.sleep(
                    Duration.ofMillis(
                            ThreadLocalRandom.current()
                                    .nextLong(cap.toMillis() / 2, cap.toMillis() + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting to retry", e);
        }
    }
}
