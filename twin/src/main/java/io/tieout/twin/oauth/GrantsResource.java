package io.tieout.twin.oauth;

import io.tieout.twin.json.Json;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// What happens to tokens by time or by a person's hand, at once.
@Path("/twin/oauth")
@Produces(MediaType.APPLICATION_JSON)
class GrantsResource {
    private final Grants grants;

    GrantsResource(Grants grants) {
        this.grants = grants;
    }

    /// How refresh tokens shall live; what is absent stays.
    public record Wanted(@Nullable Long changeAfterSeconds, @Nullable Long hardExpirySeconds) {}

    @GET
    public String rules() {
        return Json.tree(grants.rules()).toString();
    }

    @PUT
    public String change(Wanted wanted) {
        try {
            grants.change(
                    new RefreshRules.Patch(
                            wanted.changeAfterSeconds(), wanted.hardExpirySeconds()));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
        return rules();
    }

    @POST
    @Path("expire-access")
    public void expireAccess() {
        grants.expireAccess();
    }

    @POST
    @Path("disconnect/{realm}")
    public void disconnect(String realm) {
        grants.disconnect(realm);
    }
}
