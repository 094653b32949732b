package io.tieout.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// `docs/topics.md` is generated from `Topics`; `-Dtieout.goldens.write=true` writes it anew.
class TopicsPageTest {
    private static final Path PAGE = Path.of("../docs/topics.md");

    @Test
    void the_page_says_what_the_code_says() throws IOException {
        String generated = page();
        if (Boolean.getBoolean("tieout.goldens.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, generated);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(generated);
    }

    private static String page() {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Topics

                        Generated from `Topics` in shared-model. Every topic has %d partitions, and beside it
                        `<topic>.dlq` (what a consumer group could not process, kept 30 days) and
                        `<topic>.redrive` (its second chance, kept 7 days, read only by the group that it names).

                        | topic | key | kept | written by | read by | payload | says |
                        |---|---|---|---|---|---|---|
                        """
                                .formatted(Topics.PARTITIONS));
        for (Topic<?> topic : Topics.ALL) {
            text.append(
                    "| `%s` | %s | %s | %s | %s | `%s` | %s |%n"
                            .formatted(
                                    topic.name(),
                                    topic.keyMeaning(),
                                    kept(topic.retention()),
                                    String.join(", ", topic.writers().stream().sorted().toList()),
                                    String.join(", ", topic.readers().stream().sorted().toList()),
                                    topic.payloadType().getSimpleName(),
                                    topic.says()));
        }
        return text.toString();
    }

    private static String kept(@org.jspecify.annotations.Nullable Duration retention) {
        return retention == null ? "newest per key, for ever" : retention.toDays() + " days";
    }
}
