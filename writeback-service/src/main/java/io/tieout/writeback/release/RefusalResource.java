package io.tieout.writeback.release;

import io.tieout.kit.json.WireJson;
import io.tieout.writeback.effect.Effects;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/// Shows operators the releases that were not accepted, newest first.
@Path("/writeback/refusals")
public class RefusalResource {
    private static final int SHOWN_MAX = 1000;

    private final Effects effects;

    RefusalResource(Effects effects) {
        this.effects = effects;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public String list(@QueryParam("limit") @DefaultValue("100") int limit) {
        return WireJson.text(effects.refusals(Math.clamp(limit, 1, SHOWN_MAX)));
    }
}
