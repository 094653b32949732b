package io.tieout.reconcile.rules;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.facts.Vendors;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shows by which rules each realm's books are matched, and were before.
@Path("/reconcile/rules")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class RulesResource {
    private final RuleBook book;
    private final Vendors books;

    RulesResource(RuleBook book, Vendors books) {
        this.book = book;
        this.books = books;
    }

    /// @param versions newest first: the first is in force
    record Shown(String realm, List<RuleVersion> versions) {}

    /// Of one realm, or of all whose books are loaded.
    @GET
    public String rules(@QueryParam("realm") @Nullable String realm) {
        List<RealmId> asked =
                realm == null || realm.isBlank() ? books.realms() : List.of(new RealmId(realm));
        return WireJson.text(
                asked.stream().map(one -> new Shown(one.value(), book.versions(one))).toList());
    }
}
