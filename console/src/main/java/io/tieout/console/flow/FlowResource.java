package io.tieout.console.flow;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.When;
import io.tieout.console.live.ConnectionNews;
import io.tieout.console.source.BookEntries;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The connections page: is everything flowing.
@Path("/connections")
@Produces(MediaType.TEXT_HTML)
@Blocking
class FlowResource {
    private final LagWatch lagWatch;
    private final ServiceWatch services;
    private final ConnectionNews connectionNews;
    private final BookEntries entries;
    private final Frames frames;
    private final Clock clock;

    FlowResource(
            LagWatch lagWatch,
            ServiceWatch services,
            ConnectionNews connectionNews,
            BookEntries entries,
            Frames frames,
            Clock clock) {
        this.lagWatch = lagWatch;
        this.services = services;
        this.connectionNews = connectionNews;
        this.entries = entries;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page() {
        Instant now = clock.instant();
        Lag lag = lagWatch.latest();
        List<GroupLag> lags =
                switch (lag) {
                    case Lag.Measured measured -> measured.lags();
                    case Lag.Unasked _, Lag.OutOfReach _ -> List.of();
                };
        ServiceWatch.Seen seen = services.latest();
        List<ServiceLook> looks = seen.looks();
        return new FlowPage(
                frames.frame(Section.CONNECTIONS),
                Troubles.of(looks, seen.reports(), lags),
                new VendorViews(looks, seen.reports(), entries.companies().names(), now)
                        .connections(connectionNews.all()),
                looks.stream().map(FlowResource::service).toList(),
                When.clock(seen.at()),
                switch (lag) {
                    case Lag.Measured _ -> "";
                    case Lag.Unasked _ -> "the broker has not been asked yet";
                    case Lag.OutOfReach outage -> outage.why();
                },
                switch (lag) {
                    case Lag.Measured measured -> When.clock(measured.at());
                    case Lag.OutOfReach outage -> When.clock(outage.at());
                    case Lag.Unasked _ -> When.clock(now);
                },
                lags.stream().mapToLong(GroupLag::lag).sum(),
                Troubles.byGroup(lags).entrySet().stream()
                        .map(group -> behind(group.getKey(), "", group.getValue()))
                        .toList(),
                lags.stream().map(one -> behind(one.group(), one.topic(), one.lag())).toList(),
                calls(looks),
                entries.counts().stream()
                        .map(count ->
                                new FlowPage.Books(
                                        count.realm(),
                                        count.entityType(),
                                        count.active(),
                                        count.inactive()))
                        .toList());
    }

    private static FlowPage.Service service(ServiceLook look) {
        return new FlowPage.Service(
                look.name(),
                look.isUp() ? Badge.good("up") : Badge.bad(look.health()),
                look.detail());
    }

    /// One line per operation and service, the most called first.
    private static List<FlowPage.Call> calls(List<ServiceLook> looks) {
        List<FlowPage.Call> calls = new ArrayList<>();
        for (ServiceLook look : looks) {
            Map<List<String>, List<ServiceLook.Calls>> byOperation =
                    look.calls().stream()
                            .collect(
                                    Collectors.groupingBy(
                                            call -> List.of(call.vendor(), call.operation())));
            byOperation.forEach((key, some) ->
                    calls.add(
                            new FlowPage.Call(
                                    key.getFirst(),
                                    key.getLast(),
                                    look.name(),
                                    some.stream().mapToLong(ServiceLook.Calls::count).sum(),
                                    some.stream()
                                            .filter(ServiceLook.Calls::failed)
                                            .mapToLong(ServiceLook.Calls::count)
                                            .sum())));
        }
        calls.sort(
                Comparator.comparingLong(FlowPage.Call::count)
                        .reversed()
                        .thenComparing(FlowPage.Call::operation));
        return calls;
    }

    private static FlowPage.Behind behind(String group, String topic, long lag) {
        return new FlowPage.Behind(
                group,
                topic,
                lag,
                lag == 0
                        ? Badge.good("caught up")
                        : lag < Troubles.LAG_HIGH
                                ? Badge.busy("working")
                                : Badge.waiting("far behind"));
    }
}
