package io.tieout.console.deadletter;

import io.tieout.console.live.Changes;
import io.tieout.kit.intake.DeadLetterHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Stores a dead letter once, however often it is delivered.
@ApplicationScoped
class KeepDeadLetter {
    private static final String SUFFIX = ".dlq";

    private final DeadLetters letters;
    private final Changes changes;

    KeepDeadLetter(DeadLetters letters, Changes changes) {
        this.letters = letters;
        this.changes = changes;
    }

    @Transactional
    void handle(ConsumerRecord<String, byte[]> record) {
        if (letters.put(letter(record), record.topic(), record.partition(), record.offset())) {
            changes.announce();
        }
    }

    private static DeadLetter letter(ConsumerRecord<String, byte[]> record) {
        String topic =
                record.topic().endsWith(SUFFIX)
                        ? record.topic().substring(0, record.topic().length() - SUFFIX.length())
                        : record.topic();
        return new DeadLetter(
                id(record),
                new DeadLetter.Cause(
                        header(record, DeadLetterHeaders.ERROR_CODE, "unknown"),
                        topic,
                        header(record, DeadLetterHeaders.GROUP, "unknown")),
                text(record.key() == null ? "" : record.key()),
                record.value() == null ? new byte[0] : record.value(),
                header(record, DeadLetterHeaders.REASON, ""),
                header(record, DeadLetterHeaders.STACK, ""),
                (int) number(header(record, DeadLetterHeaders.ATTEMPTS, "0")),
                header(record, DeadLetterHeaders.TOPIC, topic),
                (int) number(header(record, DeadLetterHeaders.PARTITION, "-1")),
                number(header(record, DeadLetterHeaders.OFFSET, "-1")),
                header(record, DeadLetterHeaders.CORRELATION_ID, ""),
                at(record),
                null);
    }

    /// The same record has the same id on every read.
    private static UUID id(ConsumerRecord<String, byte[]> record) {
        String place = record.topic() + "/" + record.partition() + "/" + record.offset();
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant at(ConsumerRecord<String, byte[]> record) {
        try {
            return Instant.parse(header(record, DeadLetterHeaders.AT, ""));
        } catch (DateTimeParseException _) {
            return Instant.ofEpochMilli(Math.max(0, record.timestamp()));
        }
    }

    private static String header(
            ConsumerRecord<String, byte[]> record, String name, String otherwise) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? otherwise
                : text(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static long number(String text) {
        return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }

    /// PostgreSQL keeps no NUL in a text.
    private static String text(String text) {
        return text.replace('\u0000', '\uFFFD');
    }
}
