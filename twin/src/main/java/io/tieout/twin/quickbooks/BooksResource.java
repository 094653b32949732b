package io.tieout.twin.quickbooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.live.Changes;
import io.tieout.twin.quickbooks.notice.Notifications;
import io.tieout.twin.quickbooks.rules.Realm;
import io.tieout.twin.quickbooks.schema.EntityType;
import io.tieout.twin.quickbooks.schema.QuickBooksFault;
import io.tieout.twin.quickbooks.schema.Schema;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People at work in QuickBooks: the same rules as the API, without tokens, quotas or counting.
@Path("/twin/books")
@Produces(MediaType.APPLICATION_JSON)
class BooksResource {
    private final Books books;
    private final Changes changes;
    private final Ledger ledger;
    private final QuickBooksApi api;

    BooksResource(
            Books books,
            Changes changes,
            Notifications notifications,
            QuickBooksApi api,
            Clock clock) {
        this.api = api;
        this.books = books;
        this.changes = changes;
        this.ledger = new Ledger(clock, notifications::tell);
    }

    @GET
    public List<String> realms() {
        return books.all().stream().map(Realm::id).sorted().toList();
    }

    @GET
    @Path("{realm}")
    public String counts(String realm) {
        var found = realm(realm);
        synchronized (found) {
            return Json.tree(found.counts()).toString();
        }
    }

    @GET
    @Path("{realm}/{entity}")
    public String all(String realm, String entity) {
        var found = realm(realm);
        var type = type(entity);
        var all = Json.array();
        synchronized (found) {
            found.all(type.name()).forEach(one -> all.add(one.deepCopy()));
        }
        return all.toString();
    }

    @GET
    @Path("{realm}/{entity}/{id}/pdf")
    @Produces("application/pdf")
    public byte[] pdf(String realm, String entity, String id) {
        try {
            return new Reads(realm(realm)).pdf(type(entity), id).body();
        } catch (QuickBooksFault fault) {
            throw new NotFoundException(fault.detail(), fault);
        }
    }

    @POST
    @Path("{realm}/{entity}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(
            String realm,
            String entity,
            @QueryParam("operation") @Nullable String operation,
            @QueryParam("include") @Nullable String include,
            String body) {
        var found = realm(realm);
        var type = type(entity);
        var input = (ObjectNode) Json.parse(body);
        var with = include == null ? Set.<String>of() : Set.of(include.split(","));
        try {
            synchronized (found) {
                complete(found, type, input);
                var deed =
                        new Deed(
                                Deed.verb(operation == null ? "" : operation, with, input),
                                type,
                                input,
                                with);
                var answer = Json.object();
                answer.set(type.name(), deed.carryOut(ledger, found).entity());
                changes.fire("books");
                return Response.ok(answer.toString()).build();
            }
        } catch (QuickBooksFault fault) {
            var answer = Json.object();
            answer.set("Fault", fault.fault());
            return Response.status(fault.status()).entity(answer.toString()).build();
        }
    }

    /// How the company stands; what is absent stays as it is.
    public record Condition(
            @Nullable Boolean subscriptionEnded, @Nullable Boolean closingPassword) {}

    @PUT
    @Path("{realm}/condition")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(String realm, Condition condition) {
        var found = realm(realm);
        synchronized (found) {
            if (condition.subscriptionEnded() != null) {
                found.endSubscription(condition.subscriptionEnded());
            }
            if (condition.closingPassword() != null) {
                found.protectClosing(condition.closingPassword());
            }
        }
        return Response.ok().build();
    }

    /// Other apps send so many batches to the company.
    @POST
    @Path("{realm}/batches-of-others/{count}")
    public Response others(String realm, int count) {
        var quota = api.quota(realm(realm).id());
        for (int i = 0; i < count; i++) {
            quota.otherApp();
        }
        return Response.ok().build();
    }

    @POST
    @Path("{realm}/{entity}/{id}/merge-into/{winner}")
    public Response merge(String realm, String entity, String id, String winner) {
        var found = realm(realm);
        var type = type(entity);
        try {
            synchronized (found) {
                var answer = Json.object();
                answer.set(type.name(), ledger.merged(found, type, id, winner));
                changes.fire("books");
                return Response.ok(answer.toString()).build();
            }
        } catch (QuickBooksFault fault) {
            var answer = Json.object();
            answer.set("Fault", fault.fault());
            return Response.status(fault.status()).entity(answer.toString()).build();
        }
    }

    /// A person at the screen sees the present state and changes only what they touch.
    private static void complete(Realm realm, EntityType type, ObjectNode input) {
        JsonNode now = realm.find(type.name(), input.path("Id").asText(""));
        if (now != null) {
            if (!Json.filled(input, "SyncToken")) {
                input.set("SyncToken", now.path("SyncToken"));
            }
            if (!input.has("sparse")) {
                input.put("sparse", true);
            }
        }
    }

    private Realm realm(String id) {
        var found = books.find(id);
        if (found == null) {
            throw new NotFoundException("no company " + id);
        }
        return found;
    }

    private static EntityType type(String name) {
        var found = Schema.vendor().byPath(name.toLowerCase(Locale.ROOT));
        if (found == null) {
            throw new NotFoundException("no entity " + name);
        }
        return found;
    }
}
