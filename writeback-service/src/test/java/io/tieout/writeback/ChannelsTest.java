package io.tieout.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.topic.Services;
import io.tieout.model.topic.Topic;
import io.tieout.model.topic.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ChannelsTest {
    private static final Map<String, Topic<?>> CHANNELS =
            Map.of(
                    Channels.RELEASES_IN, Topics.RELEASES,
                    Channels.COMMANDS_IN, Topics.COMMANDS,
                    Channels.FINDINGS_IN, Topics.FINDINGS);

    @Test
    void each_channel_reads_a_declared_topic_and_its_redrives_as_this_service() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/application.properties")) {
            properties.load(in);
        }
        CHANNELS.forEach((channel, topic) -> {
            String prefix = "mp.messaging.incoming." + channel + ".";
            assertThat(properties.getProperty(prefix + "topics"))
                    .isEqualTo(topic.name() + "," + topic.redriveName());
            assertThat(properties.getProperty(prefix + "group.id")).isEqualTo(Services.WRITEBACK);
            assertThat(topic.readers()).contains(Services.WRITEBACK);
        });
        assertThat(
                        properties.stringPropertyNames().stream()
                                .filter(name -> name.matches("mp\\.messaging\\..*\\.connector")))
                .hasSameSizeAs(CHANNELS.keySet());
        assertThat(properties.stringPropertyNames())
                .noneMatch(name -> name.startsWith("mp.messaging.outgoing"));
    }
}
