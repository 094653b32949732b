package io.tieout.reconcile.aliases;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/// Shows every alias with the answers that it comes from.
@Path("/reconcile/aliases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class AliasesResource {
    private final Aliases aliases;

    AliasesResource(Aliases aliases) {
        this.aliases = aliases;
    }

    @GET
    public String all(@QueryParam("realm") @Nullable String realm) {
        if (realm == null || realm.isBlank()) {
            throw new NotFoundException();
        }
        return WireJson.text(aliases.all(new RealmId(realm)));
    }
}
