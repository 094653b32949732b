package io.tieout.twin.smartsheet.api;

import io.tieout.twin.smartsheet.hook.Webhooks;
import io.tieout.twin.smartsheet.sheet.Person;
import io.tieout.twin.smartsheet.sheet.Workbook;
import io.tieout.twin.smartsheet.token.AppTokens;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/// What time and people do to the tokens that an app was given.
@Path("/twin/smartsheet-app")
class AppGrantsResource {
    private final AppTokens tokens;
    private final Webhooks webhooks;
    private final Workbook workbook;

    AppGrantsResource(AppTokens tokens, Webhooks webhooks, Workbook workbook) {
        this.tokens = tokens;
        this.webhooks = webhooks;
        this.workbook = workbook;
    }

    /// A week passes for every access token.
    @POST
    @Path("expire-access")
    public void expire() {
        tokens.expire();
    }

    /// Everybody takes the app's permission back: its tokens and its webhooks end for good.
    @POST
    @Path("revoke")
    public void revoke() {
        tokens.revokeAll();
        workbook.people().stream().map(Person::email).forEach(webhooks::appRevoked);
    }
}
