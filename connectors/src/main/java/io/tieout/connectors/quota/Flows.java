package io.tieout.connectors.quota;

import io.tieout.connectors.ConnectorsConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jboss.logging.MDC;

/// Tells who asks: the service and the lane that runs, which the log key `lane` names as kind and
/// key. What is done in the background has one share for all lanes of a kind, so that hundreds of
/// sheets that are looked at leave as much to other work as one. What no lane asks for, a person
/// does.
@ApplicationScoped
class Flows {
    private static final String LANE = "lane";

    private final Set<String> background;
    private final String service;

    Flows(ConnectorsConfig config) {
        this.background = Set.copyOf(config.quota().background());
        this.service = config.quota().service();
    }

    Flow current() {
        Object job = MDC.get(Background.JOB);
        if (!(MDC.get(LANE) instanceof String lane)) {
            return job == null
                    ? new Flow("person", true)
                    : new Flow("%s %s".formatted(service, job), false);
        }
        if (job != null) {
            return new Flow("%s %s %s".formatted(service, kind(lane), job), false);
        }
        return background.contains(kind(lane))
                ? new Flow("%s %s".formatted(service, kind(lane)), false)
                : new Flow("%s %s".formatted(service, lane), true);
    }

    private static String kind(String lane) {
        int end = lane.indexOf(' ');
        return end < 0 ? lane : lane.substring(0, end);
    }
}
