package io.tieout.connectors.token;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// Smartsheet's token endpoint, whose whole address is configured. Instead of the client secret
/// goes the hash of the secret, a bar, and the code or refresh token.
@RegisterRestClient(configKey = "smartsheet-oauth")
@Path("")
interface SmartsheetOAuthClient {
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Response tokens(
            @FormParam("grant_type") String grantType,
            @FormParam("client_id") String clientId,
            @FormParam("refresh_token") @Nullable String refreshToken,
            @FormParam("code") @Nullable String code,
            @FormParam("hash") String hash);
}
