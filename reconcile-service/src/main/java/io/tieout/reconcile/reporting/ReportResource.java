package io.tieout.reconcile.reporting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/// The variance reports, for the console to show.
@Path("/reconcile/reports/{realm}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReportResource {
    private final Reports reports;

    ReportResource(Reports reports) {
        this.reports = reports;
    }

    /// What the projects are called, and how many items of each stand how.
    @GET
    public String projects(@PathParam("realm") String realm) {
        return WireJson.text(reports.summaries(realm(realm)));
    }

    /// @param project its name in either book; empty for what names none
    @GET
    @Path("/project")
    public String report(
            @PathParam("realm") String realm,
            @QueryParam("project") @DefaultValue("") String project) {
        return WireJson.text(reports.of(realm(realm), project));
    }

    private static RealmId realm(String text) {
        try {
            return new RealmId(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
