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
import java.util.List;

/// The connections page: is everything flowing.
@Path("/connections")
@Produces(MediaType.TEXT_HTML)
@Blocking
class FlowResource {
    private static final double QUOTA_LOW = 0.2;
    private static final long LAG_HIGH = 1_000;

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
        List<ServiceLook> looks = services.look();
        return new FlowPage(
                frames.frame(Section.CONNECTIONS),
                looks.stream().map(FlowResource::service).toList(),
                connectionNews.all().stream()
                        .map(newest ->
                                new FlowPage.Connection(
                                        newest.connection(),
                                        newest.topic(),
                                        When.ago(newest.at(), now)))
                        .toList(),
                entries.counts().stream()
                        .map(count ->
                                new FlowPage.Books(
                                        count.realm(),
                                        count.entityType(),
                                        count.active(),
                                        count.inactive()))
                        .toList(),
                looks.stream()
                        .flatMap(look -> look.quotas().stream().map(quota -> quota(look, quota)))
                        .toList(),
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
                lags.stream().map(FlowResource::behind).toList());
    }

    private static FlowPage.Service service(ServiceLook look) {
        return new FlowPage.Service(
                look.name(),
                look.isUp() ? Badge.good("up") : Badge.bad(look.health()),
                look.detail());
    }

    private static FlowPage.Headroom quota(ServiceLook look, ServiceLook.Quota quota) {
        String left = Math.round(quota.remaining() * 100) + " % left";
        return new FlowPage.Headroom(
                look.name(),
                quota.vendor(),
                quota.bucket(),
                quota.remaining() < QUOTA_LOW ? Badge.waiting(left) : Badge.good(left));
    }

    private static FlowPage.Behind behind(GroupLag lag) {
        return new FlowPage.Behind(
                lag.group(),
                lag.topic(),
                lag.lag(),
                lag.lag() == 0
                        ? Badge.good("caught up")
                        : lag.lag() < LAG_HIGH
                                ? Badge.busy("working")
                                : Badge.waiting("far behind"));
    }
}
