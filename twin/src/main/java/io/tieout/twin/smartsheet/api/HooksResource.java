package io.tieout.twin.smartsheet.api;

import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.hook.Webhooks;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/// What happens to subscriptions without their owner asking for it.
@Path("/twin/webhooks")
@Produces(MediaType.APPLICATION_JSON)
class HooksResource {
    private final Webhooks webhooks;

    HooksResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @GET
    public String all() {
        return webhooks.all().toString();
    }

    /// The vendor disables a webhook: `{"status": "DISABLED_ADMINISTRATIVE"}`.
    @POST
    @Path("{hook}/disable")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response disable(long hook, String body) {
        try {
            var status = Json.parse(body).path("status").asText();
            return Response.ok(webhooks.disable(hook, status).toString()).build();
        } catch (SmartsheetFault fault) {
            return Response.status(fault.status()).entity(fault.body().toString()).build();
        }
    }
}
