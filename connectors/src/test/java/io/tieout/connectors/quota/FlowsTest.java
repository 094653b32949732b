package io.tieout.connectors.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.TestConfig;
import java.util.Map;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowsTest {
    private final Flows ingest = flows("ingest-service");
    private final Flows writeback = flows("writeback-service");

    @AfterEach
    void no_lane_runs() {
        MDC.remove("lane");
    }

    @Test
    void what_no_lane_asks_for_a_person_does() {
        assertThat(ingest.current()).isEqualTo(new Flow("person", true));
    }

    @Test
    void a_lane_of_each_service_has_a_share_of_its_own() {
        MDC.put("lane", "realm 9");

        assertThat(ingest.current()).isEqualTo(new Flow("ingest-service realm 9", true));
        assertThat(writeback.current()).isEqualTo(new Flow("writeback-service realm 9", true));
    }

    @Test
    void a_long_job_of_a_lane_waits_for_the_others_and_has_a_share_of_its_own() {
        MDC.put("lane", "realm 9");

        Flow within = Background.of("load", ingest::current);

        assertThat(within).isEqualTo(new Flow("ingest-service realm load", false));
        assertThat(ingest.current()).isEqualTo(new Flow("ingest-service realm 9", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "sweep", "attachment", "workspace", "subscription"})
    void some_kinds_of_lanes_are_never_urgent_and_have_one_share_together(String kind) {
        MDC.put("lane", kind + " 9");
        Flow one = ingest.current();
        MDC.put("lane", kind + " 10");

        assertThat(one).isEqualTo(new Flow("ingest-service " + kind, false));
        assertThat(ingest.current()).isEqualTo(one);
    }

    private static Flows flows(String service) {
        return new Flows(TestConfig.of(Map.of("tieout.connectors.quota.service", service)));
    }
}
