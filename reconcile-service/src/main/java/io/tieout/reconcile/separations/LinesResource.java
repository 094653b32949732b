package io.tieout.reconcile.separations;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows a line of either book with its counterparts, what came nearest, and from what it was taken
/// apart; and all pairs that were.
@Path("/reconcile")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class LinesResource {
    private final Standings standings;
    private final SeparationStore separations;

    LinesResource(Standings standings, SeparationStore separations) {
        this.standings = standings;
        this.separations = separations;
    }

    /// @param counterparts what it is said to be
    /// @param nearest what came nearest
    /// @param apart from what it was taken apart, now or once
    record Line(
            Standing line,
            List<Standing> counterparts,
            List<Standing> nearest,
            List<Separation> apart) {}

    @GET
    @Path("lines")
    public String line(
            @QueryParam("realm") @Nullable String realmId, @QueryParam("id") @Nullable String id) {
        RealmId realm = realm(realmId);
        List<Standing> found =
                id == null ? List.of() : standings.of(realm, List.of(id)).stream().toList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        Standing line = found.getFirst();
        return WireJson.text(
                new Line(
                        line,
                        standings.of(realm, line.counterparts()),
                        standings.of(
                                realm, line.nearest().stream().map(Standing.Near::lineId).toList()),
                        separations.about(realm, line.lineId())));
    }

    @GET
    @Path("separations")
    public String all(@QueryParam("realm") @Nullable String realm) {
        return WireJson.text(separations.all(realm(realm)));
    }

    private static RealmId realm(@Nullable String realm) {
        if (realm == null || realm.isBlank()) {
            throw new NotFoundException();
        }
        return new RealmId(realm);
    }
}
