package io.tieout.twin.smartsheet.api;

import io.tieout.twin.smartsheet.token.AppTokens;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The page on which a person lets an app work on their sheets, or does not.
@Path("/smartsheet-app/b/authorize")
class AuthorizeSheetsResource {
    private static final Set<String> SCOPES =
            Set.of(
                    "READ_SHEETS",
                    "WRITE_SHEETS",
                    "SHARE_SHEETS",
                    "CREATE_SHEETS",
                    "DELETE_SHEETS",
                    "ADMIN_SHEETS",
                    "ADMIN_WEBHOOKS",
                    "READ_USERS",
                    "ADMIN_USERS",
                    "ADMIN_WORKSPACES",
                    "READ_CONTACTS",
                    "READ_EVENTS");
    private static final String SERVICE_ACCOUNT = "tieout@harbor.example";
    private final AppTokens tokens;

    AuthorizeSheetsResource(AppTokens tokens) {
        this.tokens = tokens;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response ask(
            @QueryParam("response_type") @Nullable String responseType,
            @QueryParam("client_id") @Nullable String clientId,
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("redirect_uri") @Nullable String redirectUri,
            @QueryParam("state") @Nullable String state) {
        if (!"code".equals(responseType)) {
            return refused("unsupported_response_type");
        }
        if (!AppTokens.CLIENT_ID.equals(clientId)) {
            return refused("invalid_client");
        }
        if (scope == null || !SCOPES.containsAll(scopes(scope))) {
            return refused("invalid_scope");
        }
        if (redirectUri == null || !isWeb(redirectUri)) {
            return refused("invalid_request");
        }
        return Response.ok(page(scope, state == null ? "" : state, redirectUri)).build();
    }

    private static String page(String scope, String state, String redirectUri) {
        return """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Smartsheet twin</title>
        <link rel="stylesheet" href="/twin.css"><main><h1>Let this app work on your sheets?</h1>
        <p>It asks for: %s</p><form method="post">
        <input type="hidden" name="scope" value="%s"><input type="hidden" name="state" value="%s">
        <input type="hidden" name="redirect_uri" value="%s">
        <button name="decision" value="allow">Allow</button>
        <button name="decision" value="deny">Deny</button>
        </form></main></html>
        """
                .formatted(escaped(scope), escaped(scope), escaped(state), escaped(redirectUri));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(
            @FormParam("scope") String scope,
            @FormParam("state") String state,
            @FormParam("redirect_uri") String redirectUri,
            @FormParam("decision") @Nullable String decision) {
        if (!isWeb(redirectUri)) {
            return refused("invalid_request");
        }
        var back = UriBuilder.fromUri(redirectUri).queryParam("state", "{state}");
        if (!"allow".equals(decision)) {
            return Response.seeOther(back.queryParam("error", "access_denied").build(state))
                    .build();
        }
        var code = tokens.agree(SERVICE_ACCOUNT, scopes(scope));
        return Response.seeOther(
                        back.queryParam("code", code)
                                .queryParam("expires_in", 599_135)
                                .build(state))
                .build();
    }

    private static Set<String> scopes(String text) {
        return new HashSet<>(List.of(text.split(" ")));
    }

    private static Response refused(String word) {
        return Response.status(400).entity(word).type(MediaType.TEXT_PLAIN).build();
    }

    private static boolean isWeb(String address) {
        try {
            var scheme = URI.create(address).getScheme();
            return "http".equals(scheme) || "https".equals(scheme);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    }
}
