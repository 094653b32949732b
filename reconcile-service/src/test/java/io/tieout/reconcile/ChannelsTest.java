package io.tieout.reconcile;

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
                    Channels.ROWS_IN, Topics.SMARTSHEET_ROWS,
                    Channels.ENTITIES_IN, Topics.QUICKBOOKS_ENTITIES,
                    Channels.STATES_IN, Topics.PROPOSAL_STATES,
                    Channels.COMMANDS_IN, Topics.COMMANDS);

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
            assertThat(properties.getProperty(prefix + "group.id")).isEqualTo(Services.RECONCILE);
            assertThat(topic.readers()).contains(Services.RECONCILE);
        });
        assertThat(
                        properties.stringPropertyNames().stream()
                                .filter(name -> name.matches("mp\\.messaging\\..*\\.connector")))
                .hasSameSizeAs(CHANNELS.keySet());
        assertThat(properties.stringPropertyNames())
                .noneMatch(name -> name.startsWith("mp.messaging.outgoing"));
    }
}
