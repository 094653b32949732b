package io.tieout.launcher.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void the_default_ports_are_those_of_the_documentation() {
        PortPlan plan = new PortPlan(PortPlan.DEFAULT_BASE);

        assertThat(plan.of(Listener.CONSOLE)).isEqualTo(8400);
        assertThat(plan.of(Listener.WRITEBACK)).isEqualTo(8405);
        assertThat(plan.of(Listener.TWIN)).isEqualTo(8410);
        assertThat(plan.of(Listener.TWIN_MAIL)).isEqualTo(8425);
        assertThat(plan.of(Listener.POSTGRES)).isEqualTo(8432);
        assertThat(plan.of(Listener.KAFKA)).isEqualTo(8492);
    }

    @Test
    void no_two_parts_share_a_port() {
        PortPlan plan = new PortPlan(PortPlan.DEFAULT_BASE);

        assertThat(Arrays.stream(Listener.values()).map(plan::of)).doesNotHaveDuplicates();
    }

    @Test
    void a_base_that_leaves_the_range_of_ports_is_refused() {
        assertThatThrownBy(() -> new PortPlan(65500))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65500");
    }

    @Test
    void a_taken_port_is_named_with_who_wants_it_and_the_way_out() {
        String sentence = new PortPlan(8400).sentence(List.of(Listener.POSTGRES));

        assertThat(sentence).contains("8432", "postgres", "--port-base 9400", "TIEOUT_PORT_BASE");
    }

    @Test
    void a_port_that_somebody_listens_on_is_found() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortPlan plan = new PortPlan(socket.getLocalPort() - Listener.CONSOLE.offset());

            assertThatThrownBy(plan::requireFree)
                    .isInstanceOf(PortTaken.class)
                    .hasMessageContaining(Integer.toString(socket.getLocalPort()));
        }
    }
}
