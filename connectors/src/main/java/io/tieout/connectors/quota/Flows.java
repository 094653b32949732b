package io.tieout.connectors.quota;

import io.tieout.connectors.ConnectorsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.MDC;

/// Tells who asks: the lane that runs, which the log key `lane` names as kind and key. What no lane
/// asks for, a person does.
@ApplicationScoped
class Flows {
    private static final String LANE = "lane";

    private final Set<String> background;

    Flows(ConnectorsConfig config) {
        this.background = Set.copyOf(config.quota().background());
    }

    Flow current() {
        return MDC.get(LANE) instanceof String lane
                ? new Flow(lane, !background.contains(kind(lane)))
                : new Flow("person", true);
    }

    private static String kind(String lane) {
        int end = lane.indexOf(' ');
        return end < 0 ? lane : lane.substring(0, end);
    }
}
