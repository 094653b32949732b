package io.tieout.console.frame;

import io.quarkus.arc.All;
import io.tieout.console.Assets;
import io.tieout.console.access.Person;
import io.tieout.console.access.RequestGuard;
import io.tieout.console.access.SignedIn;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Makes the frame of the present request's page.
@RequestScoped
public class Frames {
    private final SignedIn signedIn;
    private final List<SectionCount> counts;
    private final RoutingContext context;
    private final Clock clock;

    Frames(SignedIn signedIn, @All List<SectionCount> counts, RoutingContext context, Clock clock) {
        this.signedIn = signedIn;
        this.counts = counts;
        this.context = context;
        this.clock = clock;
    }

    public Frame frame(Section section) {
        return frame(section, section.label());
    }

    public Frame frame(Section section, String title) {
        Person person = signedIn.person();
        Map<Section, Long> waiting = new EnumMap<>(Section.class);
        counts.forEach(count -> waiting.put(count.section(), count.waiting()));
        return new Frame(
                title,
                Arrays.stream(Section.values())
                        .map(entry ->
                                new Frame.Entry(
                                        entry.label(),
                                        entry.path(),
                                        entry.key(),
                                        waiting.getOrDefault(entry, 0L),
                                        entry == section))
                        .toList(),
                person.name(),
                person.rolesInWords(),
                When.clock(clock.instant()),
                String.valueOf(context.<String>get(RequestGuard.CORRELATION)),
                Assets.VERSION,
                !context.request().method().equals(HttpMethod.GET));
    }
}
