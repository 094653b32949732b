package io.tieout.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ChannelsTest {
    private static final Properties PROPERTIES = new Properties();

    @BeforeAll
    static void read_the_configuration() throws IOException {
        try (InputStream in = ChannelsTest.class.getResourceAsStream("/application.properties")) {
            PROPERTIES.load(in);
        }
    }

    @Test
    void reads_what_the_contract_says_it_reads_and_every_dead_letter_topic() {
        List<String> read =
                PROPERTIES.stringPropertyNames().stream()
                        .filter(name -> name.endsWith(".topics"))
                        .flatMap(name -> Arrays.stream(PROPERTIES.getProperty(name).split(",")))
                        .toList();

        Stream<String> own =
                Topics.ALL.stream()
                        .filter(topic -> topic.readers().contains(Services.CONSOLE))
                        .flatMap(topic -> Stream.of(topic.name(), topic.redriveName()));
        Stream<String> deadLetters = Topics.ALL.stream().map(Topic::deadLetterName);
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(Stream.concat(own, deadLetters).toList());
    }

    @Test
    void reads_all_under_its_own_name() {
        assertThat(
                        PROPERTIES.stringPropertyNames().stream()
                                .filter(name -> name.endsWith(".group.id"))
                                .map(PROPERTIES::getProperty))
                .containsOnly(Services.CONSOLE);
    }
}
