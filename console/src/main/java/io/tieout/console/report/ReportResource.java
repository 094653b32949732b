package io.tieout.console.report;

import io.smallrye.common.annotation.Blocking;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.When;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/// The variance reports, for whoever is signed in. Their addresses stay: comments and mails link
/// them.
@Path("/reports/{realm: [A-Za-z0-9_-]{1,40}}")
@Blocking
class ReportResource {
    private final ReportClient reports;
    private final ReportViews views;
    private final Frames frames;
    private final Clock clock;

    ReportResource(ReportClient reports, ReportViews views, Frames frames, Clock clock) {
        this.reports = reports;
        this.views = views;
        this.frames = frames;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public ReportsPage projects(@PathParam("realm") String realm) {
        Frame frame = frames.frame(Section.PROJECTS, "Variance reports");
        return switch (reports.projects(realm)) {
            case ReportClient.Answer.OutOfReach<List<Report.Summary>>(String why) ->
                    new ReportsPage(frame, why, false, List.of());
            case ReportClient.Answer.Given<List<Report.Summary>>(List<Report.Summary> all) ->
                    new ReportsPage(
                            frame,
                            "",
                            all.stream().anyMatch(summary -> summary.budget() != null),
                            all.stream().map(summary -> line(realm, summary)).toList());
        };
    }

    @GET
    @Path("/project")
    @Produces(MediaType.TEXT_HTML)
    public ReportPage report(
            @PathParam("realm") String realm,
            @QueryParam("project") @DefaultValue("") String project) {
        Frame frame =
                frames.frame(
                        Section.PROJECTS, "Variance report, " + ReportViews.name(project.strip()));
        return switch (reports.report(realm, project.strip())) {
            case ReportClient.Answer.OutOfReach<Report>(String why) -> outOfReach(frame, why);
            case ReportClient.Answer.Given<Report>(Report report) -> views.page(frame, report);
        };
    }

    @GET
    @Path("/project.csv")
    public Response csv(
            @PathParam("realm") String realm,
            @QueryParam("project") @DefaultValue("") String project) {
        return switch (reports.report(realm, project.strip())) {
            case ReportClient.Answer.OutOfReach<Report>(String why) ->
                    Response.status(Response.Status.SERVICE_UNAVAILABLE)
                            .type(MediaType.TEXT_PLAIN_TYPE.withCharset("UTF-8"))
                            .entity("The report cannot be had: " + why + "\n")
                            .build();
            case ReportClient.Answer.Given<Report>(Report report) ->
                    Response.ok(ReportCsv.of(report))
                            .type(new MediaType("text", "csv", "UTF-8"))
                            .header(
                                    "Content-Disposition",
                                    "attachment; filename=\"variance-%s.csv\""
                                            .formatted(fileName(report.project())))
                            .build();
        };
    }

    private ReportPage outOfReach(Frame frame, String why) {
        return new ReportPage(
                frame,
                why,
                "",
                "",
                When.exact(clock.instant()),
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "");
    }

    private static ReportsPage.Line line(String realm, Report.Summary summary) {
        return new ReportsPage.Line(
                ReportViews.name(summary.project()),
                ReportViews.address(realm, summary.project()).toString(),
                ReportViews.bars(summary.counts()),
                ReportViews.sentence(summary.counts()),
                BudgetViews.of(summary.budget()),
                summary.totals().stream()
                        .filter(total -> !total.name().equalsIgnoreCase("Matched"))
                        .map(total -> total.name() + " " + total.stake().readable())
                        .collect(Collectors.joining(", ")));
    }

    private static String fileName(String project) {
        String plain = project.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "no-project" : plain;
    }
}
