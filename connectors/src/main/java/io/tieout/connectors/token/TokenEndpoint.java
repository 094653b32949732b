package io.tieout.connectors.token;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.connectors.ConnectorsConfig;
import io.tieout.connectors.Secret;
import io.tieout.connectors.VendorJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// Exchanges a QuickBooks refresh token for a new pair.
@ApplicationScoped
class TokenEndpoint {
    private final QuickBooksOAuthClient client;
    private final String basic;

    TokenEndpoint(@RestClient QuickBooksOAuthClient client, ConnectorsConfig config) {
        this.client = client;
        String credentials =
                config.quickbooks().clientId()
                        + ":"
                        + config.quickbooks().clientSecret().orElse("");
        this.basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    RefreshAnswer refresh(Secret refreshToken) {
        try (Response response = send(refreshToken)) {
            return understand(
                    response.getStatus(), VendorJson.read(response.readEntity(byte[].class)));
        } catch (ProcessingException e) {
            return new RefreshAnswer.Unclear("no answer");
        }
    }

    private Response send(Secret refreshToken) {
        try {
            return client.refresh(basic, "refresh_token", refreshToken.value());
        } catch (WebApplicationException e) {
            return e.getResponse();
        }
    }

    /// The answer counts by its status first: an error body taken for success has overwritten
    /// tokens with nothing in a public client (node-quickbooks 171).
    static RefreshAnswer understand(int status, JsonNode body) {
        if (status >= 500 || status == 429 || status == 408) {
            return new RefreshAnswer.Unclear("status " + status);
        }
        String access = VendorJson.text(body, "access_token");
        String refresh = VendorJson.text(body, "refresh_token");
        if (status == 200) {
            return access == null || refresh == null
                    ? new RefreshAnswer.Unclear("no tokens in the answer")
                    : new RefreshAnswer.Renewed(
                            new Secret(access),
                            new Secret(refresh),
                            Duration.ofSeconds(body.path("expires_in").asLong(3600)));
        }
        String error = VendorJson.text(body, "error");
        return new RefreshAnswer.Rejected(status, error == null ? "status " + status : error);
    }
}
