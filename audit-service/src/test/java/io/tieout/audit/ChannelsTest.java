package io.tieout.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
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
    void reads_every_topic_with_its_dead_letters_and_redrives_through_exactly_one_channel() {
        List<String> read =
                PROPERTIES.stringPropertyNames().stream()
                        .filter(name -> name.endsWith(".topics"))
                        .flatMap(name -> Arrays.stream(PROPERTIES.getProperty(name).split(",")))
                        .toList();

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        Topics.ALL.stream().map(Topic::allNames).flatMap(List::stream).toList());
    }

    @Test
    void reads_all_under_the_name_of_the_service() {
        List<String> groups =
                PROPERTIES.stringPropertyNames().stream()
                        .filter(name -> name.endsWith(".group.id"))
                        .map(PROPERTIES::getProperty)
                        .toList();

        assertThat(groups).hasSize(6).containsOnly(Services.AUDIT);
    }
}
