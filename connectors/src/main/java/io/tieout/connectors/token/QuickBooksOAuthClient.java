package io.tieout.connectors.token;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// Intuit's token endpoint, whose whole address is configured: form body, Basic client
/// authentication. The second header asks for the time left until the hard end.
@RegisterRestClient(configKey = "quickbooks-oauth")
@Path("")
interface QuickBooksOAuthClient {
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    Response tokens(
            @HeaderParam("Authorization") String basic,
            @HeaderParam("x-include-refresh-token-hard-expires-in") String hardEnd,
            @FormParam("grant_type") String grantType,
            @FormParam("refresh_token") @Nullable String refreshToken,
            @FormParam("code") @Nullable String code,
            @FormParam("redirect_uri") @Nullable String redirectUri);
}
