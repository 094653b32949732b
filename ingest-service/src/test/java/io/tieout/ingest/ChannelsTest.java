package io.tieout.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ChannelsTest {
    private static final String PREFIX = "mp.messaging.incoming.";

    private final Properties properties = properties();

    @Test
    void listens_to_exactly_the_topics_that_name_this_service_as_their_reader() {
        List<String> declared =
                Topics.ALL.stream()
                        .filter(topic -> topic.readers().contains(Services.INGEST))
                        .map(ChannelsTest::names)
                        .toList();

        assertThat(values(".topics")).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void reads_as_its_own_group_and_sends_through_nothing_but_the_kit() {
        assertThat(values(".group.id")).hasSize(4).containsOnly(Services.INGEST);
        assertThat(properties.stringPropertyNames())
                .noneMatch(name -> name.startsWith("mp.messaging.outgoing."));
    }

    private static String names(Topic<?> topic) {
        return topic.name() + "," + topic.redriveName();
    }

    private List<String> values(String suffix) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX) && name.endsWith(suffix))
                .map(properties::getProperty)
                .toList();
    }

    private static Properties properties() {
        try (InputStream in = ChannelsTest.class.getResourceAsStream("/application.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
