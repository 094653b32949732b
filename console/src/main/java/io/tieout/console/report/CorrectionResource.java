package io.tieout.console.report;

import io.smallrye.common.annotation.Blocking;
import io.tieout.console.access.Person;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.model.command.CorrectionWay;
import io.tieout.model.decision.Role;
import io.tieout.model.id.RealmId;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/// Shows what a correction would post, and passes on that somebody wants it drafted. Who asks
/// prepares it, and cannot approve it.
@Path("/reports/{realm: [A-Za-z0-9_-]{1,40}}/correction")
@Blocking
class CorrectionResource {
    private static final int LINE_LENGTH_MAX = 200;
    private static final String WAITING = "/approvals?status=waiting&kind=money&sort=newest";

    private final ReportClient reports;
    private final AskReconcile ask;
    private final SignedIn signedIn;
    private final Frames frames;

    CorrectionResource(ReportClient reports, AskReconcile ask, SignedIn signedIn, Frames frames) {
        this.reports = reports;
        this.ask = ask;
        this.signedIn = signedIn;
        this.frames = frames;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public CorrectionPage preview(
            @PathParam("realm") String realm,
            @QueryParam("line") @DefaultValue("") String line,
            @QueryParam("project") @DefaultValue("") String project) {
        return switch (reports.correction(realm, line)) {
            case ReportClient.Answer.OutOfReach<Report.Preview>(String why) ->
                    page(realm, line, "", project, why, List.of(), "");
            case ReportClient.Answer.Given<Report.Preview>(Report.Preview preview) ->
                    page(
                            realm,
                            line,
                            preview.record() == null ? "" : preview.record().words(),
                            project,
                            preview.why(),
                            preview.entries(),
                            Objects.requireNonNullElse(preview.recategorisation(), ""));
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(
            @PathParam("realm") String realm,
            @FormParam("line") @DefaultValue("") String line,
            @FormParam("way") @DefaultValue("JOURNAL_ENTRY") CorrectionWay way) {
        Person person = signedIn.person();
        if (line.isBlank() || line.length() > LINE_LENGTH_MAX) {
            throw new BadRequestException("No line is named");
        }
        if (!mayAsk(person)) {
            return Response.status(Response.Status.FORBIDDEN)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(page(realm, line, "", "", "", List.of(), "").render())
                    .build();
        }
        ask.correct(person.email(), new RealmId(realm), line, way);
        return Response.seeOther(URI.create(WAITING)).build();
    }

    private CorrectionPage page(
            String realm,
            String line,
            String record,
            String project,
            String why,
            List<Report.Entry> entries,
            String recategorisation) {
        return new CorrectionPage(
                frames.frame(Section.PROJECTS, "Correction"),
                why,
                mayAsk(signedIn.person())
                        ? ""
                        : "Only a person in the finance, approver or operator role may ask for a correction.",
                "/reports/" + realm + "/correction",
                line,
                record,
                project,
                Address.of("/reports/" + realm + "/project").with("project", project).toString(),
                entries.stream()
                        .map(entry ->
                                new CorrectionPage.Entry(
                                        entry.date().toString(),
                                        entry.debit(),
                                        entry.credit(),
                                        entry.amount().readable(),
                                        entry.description()))
                        .toList(),
                recategorisation);
    }

    private static boolean mayAsk(Person person) {
        return person.mayDecide() || person.is(Role.OPERATOR) || person.is(Role.ADMIN);
    }
}
