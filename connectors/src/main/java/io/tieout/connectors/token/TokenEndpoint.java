package io.tieout.connectors.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Secret;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.VendorJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/// The two vendors' token endpoints.
@ApplicationScoped
class TokenEndpoint implements TokenIssuer {
    private static final String REFRESH = "refresh_token";
    private static final String CODE = "authorization_code";

    private final QuickBooksOAuthClient quickBooks;
    private final SmartsheetOAuthClient smartsheet;
    private final ConnectorsConfig config;

    TokenEndpoint(
            @RestClient QuickBooksOAuthClient quickBooks,
            @RestClient SmartsheetOAuthClient smartsheet,
            ConnectorsConfig config) {
        this.quickBooks = quickBooks;
        this.smartsheet = smartsheet;
        this.config = config;
    }

    @Override
    public RefreshAnswer refresh(Vendor vendor, Secret refreshToken) {
        return switch (vendor) {
            case QUICKBOOKS ->
                    answer(() ->
                            quickBooks.tokens(
                                    basic(), "true", REFRESH, refreshToken.value(), null, null));
            case SMARTSHEET ->
                    answer(() ->
                            smartsheet.tokens(
                                    REFRESH,
                                    config.smartsheet().clientId(),
                                    refreshToken.value(),
                                    null,
                                    hash(refreshToken)));
        };
    }

    @Override
    public RefreshAnswer exchange(Vendor vendor, Secret code, String redirectUri) {
        return switch (vendor) {
            case QUICKBOOKS ->
                    answer(() ->
                            quickBooks.tokens(
                                    basic(), "true", CODE, null, code.value(), redirectUri));
            case SMARTSHEET ->
                    answer(() ->
                            smartsheet.tokens(
                                    CODE,
                                    config.smartsheet().clientId(),
                                    null,
                                    code.value(),
                                    hash(code)));
        };
    }

    private static RefreshAnswer answer(Supplier<Response> request) {
        try (Response response = send(request)) {
            return understand(
                    response.getStatus(), VendorJson.read(response.readEntity(byte[].class)));
        } catch (ProcessingException e) {
            return new RefreshAnswer.Unclear("no answer");
        }
    }

    private static Response send(Supplier<Response> request) {
        try {
            return request.get();
        } catch (WebApplicationException e) {
            return e.getResponse();
        }
    }

    private String basic() {
        String credentials =
                config.quickbooks().clientId()
                        + ":"
                        + config.quickbooks().clientSecret().orElse("");
        return "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    private String hash(Secret codeOrToken) {
        String text = config.smartsheet().clientSecret().orElse("") + "|" + codeOrToken.value();
        return HexFormat.of().formatHex(TokenCipher.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The answer counts by its status first: an error body taken for success has overwritten
    /// tokens with nothing in a public client (node-quickbooks 171).
    static RefreshAnswer understand(int status, JsonNode body) {
        if (status >= 500 || status == 429 || status == 408) {
            return new RefreshAnswer.Unclear("status " + status);
        }
        String access = VendorJson.text(body, "access_token");
        String refresh = VendorJson.text(body, REFRESH);
        if (status == 200) {
            return access == null || refresh == null
                    ? new RefreshAnswer.Unclear("no tokens in the answer")
                    : new RefreshAnswer.Renewed(
                            new Secret(access),
                            new Secret(refresh),
                            Duration.ofSeconds(body.path("expires_in").asLong(3600)),
                            seconds(body, "x_refresh_token_expires_in"),
                            seconds(body, "x_refresh_token_hard_expires_in"));
        }
        String error = VendorJson.text(body, "error");
        return new RefreshAnswer.Rejected(status, error == null ? "status " + status : error);
    }

    private static @Nullable Duration seconds(JsonNode body, String field) {
        return body.path(field).canConvertToLong()
                ? Duration.ofSeconds(body.path(field).asLong())
                : null;
    }
}
