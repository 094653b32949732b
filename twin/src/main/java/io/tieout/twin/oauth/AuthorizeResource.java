package io.tieout.twin.oauth;

import io.tieout.twin.quickbooks.Books;
import io.tieout.twin.quickbooks.rules.Realm;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page on which a person lets an app into a company's books, or does not.
@Path("/connect/oauth2")
class AuthorizeResource {
    private static final List<String> SCOPES =
            List.of(
                    Grants.ACCOUNTING,
                    "com.intuit.quickbooks.payment",
                    "project-management.project",
                    "openid",
                    "profile",
                    "email",
                    "phone",
                    "address");

    private final Grants grants;
    private final Books books;

    AuthorizeResource(Grants grants, Books books) {
        this.grants = grants;
        this.books = books;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response ask(
            @QueryParam("client_id") @Nullable String clientId,
            @QueryParam("response_type") @Nullable String responseType,
            @QueryParam("scope") @Nullable String scope,
            @QueryParam("redirect_uri") @Nullable String redirectUri,
            @QueryParam("state") @Nullable String state) {
        var wrong = wrong(clientId, responseType, scope, redirectUri, state);
        if (wrong != null || scope == null || redirectUri == null || state == null) {
            return Response.status(400)
                    .entity(AuthorizePage.refusal(String.valueOf(wrong)))
                    .build();
        }
        return Response.ok(AuthorizePage.question(companies(), scope, redirectUri, state)).build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.TEXT_HTML)
    public Response answer(
            @FormParam("realm") @Nullable String realm,
            @FormParam("scope") String scope,
            @FormParam("redirect_uri") String redirectUri,
            @FormParam("state") String state,
            @FormParam("decision") @Nullable String decision) {
        if (!isWeb(redirectUri)) {
            return Response.status(400).entity(AuthorizePage.refusal("redirect_uri")).build();
        }
        var back = UriBuilder.fromUri(redirectUri).queryParam("state", "{state}");
        if (!"approve".equals(decision) || realm == null || books.find(realm) == null) {
            return Response.seeOther(back.queryParam("error", "access_denied").build(state))
                    .build();
        }
        var code = grants.agree(realm, scope, redirectUri);
        return Response.seeOther(
                        back.queryParam("code", code).queryParam("realmId", realm).build(state))
                .build();
    }

    private @Nullable String wrong(
            @Nullable String clientId,
            @Nullable String responseType,
            @Nullable String scope,
            @Nullable String redirectUri,
            @Nullable String state) {
        if (clientId == null || !grants.knowsClient(clientId)) {
            return "client_id";
        }
        if (!"code".equals(responseType)) {
            return "response_type";
        }
        if (scope == null || !SCOPES.containsAll(List.of(scope.split(" ")))) {
            return "scope";
        }
        if (redirectUri == null || !isWeb(redirectUri)) {
            return "redirect_uri";
        }
        return state == null || state.isEmpty() ? "state" : null;
    }

    private static boolean isWeb(String address) {
        try {
            var scheme = URI.create(address).getScheme();
            return "http".equals(scheme) || "https".equals(scheme);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private List<AuthorizePage.Company> companies() {
        return books.all().stream()
                .map(realm -> new AuthorizePage.Company(realm.id(), name(realm)))
                .toList();
    }

    private static String name(Realm realm) {
        synchronized (realm) {
            var company = realm.find("CompanyInfo", "1");
            return company == null ? realm.id() : company.path("CompanyName").asText(realm.id());
        }
    }
}
