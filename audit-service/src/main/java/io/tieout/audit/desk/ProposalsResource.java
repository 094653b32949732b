package io.tieout.audit.desk;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.audit.record.ChainRecord;
import io.tieout.audit.record.Records;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ProposalId;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// Shows what was recorded about a proposal, and every effect that was released.
@Path("/audit")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProposalsResource {
    private static final int LIMIT_MAX = 100_000;

    private final Records records;
    private final Releases releases;

    ProposalsResource(Records records, Releases releases) {
        this.records = records;
        this.releases = releases;
    }

    /// The ordered records of a proposal in words.
    @GET
    @Path("/proposals/{id}")
    public String timeline(@PathParam("id") String id) {
        List<ChainRecord> about = records.about(proposal(id));
        if (about.isEmpty()) {
            throw new NotFoundException();
        }
        return WireJson.text(Timeline.of(about));
    }

    /// Resolved released effects after a position, oldest first, with what came of each.
    @GET
    @Path("/effects")
    public String effects(
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") @DefaultValue("10000") int limit) {
        return WireJson.text(releases.after(after, Math.clamp(limit, 1, LIMIT_MAX)));
    }

    private static ProposalId proposal(String id) {
        try {
            return ProposalId.of(id);
        } catch (IllegalArgumentException _) {
            throw new NotFoundException();
        }
    }
}
