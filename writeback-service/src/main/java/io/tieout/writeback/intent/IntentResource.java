package io.tieout.writeback.intent;

import io.tieout.kit.json.WireJson;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/// Shows operators what was sent, why, and what came of it; newest first.
@Path("/writeback/intents")
public class IntentResource {
    private static final int SHOWN_MAX = 1000;

    private final IntentViews views;

    IntentResource(IntentViews views) {
        this.views = views;
    }

    /// @param status `OPEN`, `DONE`, `FAILED`, `REFUSED` or `UNKNOWN`; empty for all
    /// @param proposal only what concerns this proposal; empty for all
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list(
            @QueryParam("status") @DefaultValue("") String status,
            @QueryParam("proposal") @DefaultValue("") String proposal,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return WireJson.text(views.newest(status, proposal, Math.clamp(limit, 1, SHOWN_MAX)));
    }
}
