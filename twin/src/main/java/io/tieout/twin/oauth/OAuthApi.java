package io.tieout.twin.oauth;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.tieout.twin.json.Json;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.Form;
import io.tieout.twin.wire.VendorApi;
import io.tieout.twin.wire.WireRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Intuit's token endpoint: Basic client authentication, form body, a new pair for each refresh.
@ApplicationScoped
class OAuthApi implements VendorApi {
    private static final long REFRESH_SECONDS = 8_726_400;

    private final Grants grants;

    OAuthApi(Grants grants) {
        this.grants = grants;
    }

    @Override
    public String vendor() {
        return "oauth";
    }

    @Override
    public String prefix() {
        return "/oauth2";
    }

    @Override
    public List<String> operations(WireRequest request) {
        if (request.path().endsWith("/revoke")) {
            return List.of("revoke token");
        }
        return List.of(
                request.bodyText().contains("grant_type=authorization_code")
                        ? "exchange code"
                        : "refresh token");
    }

    @Override
    public boolean mutating(WireRequest request) {
        return false;
    }

    @Override
    public Answer handle(WireRequest request) {
        if (!request.method().equals("POST")) {
            return error(405, "invalid_request", null);
        }
        var client = request.basic();
        if (client == null || !grants.knowsClient(client[0], client[1])) {
            return error(401, "invalid_client", null);
        }
        if (request.path().endsWith("/v1/tokens/bearer")) {
            return tokens(request, Form.parse(request.bodyText()));
        }
        if (request.path().endsWith("/revoke")) {
            grants.revoke(token(request));
            return Answer.ok(Json.object());
        }
        return error(404, "invalid_request", null);
    }

    private static String token(WireRequest request) {
        try {
            return request.json().path("token").asText("");
        } catch (JsonProcessingException _) {
            return Form.parse(request.bodyText()).get("token");
        }
    }

    private Answer tokens(WireRequest request, Form form) {
        var pair =
                switch (form.get("grant_type")) {
                    case "refresh_token" -> grants.refresh(form.get("refresh_token"));
                    case "authorization_code" ->
                            grants.exchange(form.get("code"), form.get("redirect_uri"));
                    default -> null;
                };
        if (!List.of("refresh_token", "authorization_code").contains(form.get("grant_type"))) {
            return error(400, "unsupported_grant_type", null);
        }
        if (pair == null) {
            return error(
                    400,
                    "invalid_grant",
                    form.get("grant_type").equals("refresh_token")
                            ? "Incorrect or invalid refresh token"
                            : "Invalid authorization code");
        }
        var answer = Json.object();
        answer.put("token_type", "bearer");
        answer.put("access_token", pair.access());
        answer.put("expires_in", pair.expiresIn());
        answer.put("refresh_token", pair.refresh());
        answer.put("x_refresh_token_expires_in", REFRESH_SECONDS);
        if ("true".equals(request.header("x-include-refresh-token-hard-expires-in"))) {
            answer.put("x_refresh_token_hard_expires_in", pair.hardExpiresIn());
        }
        return Answer.ok(answer);
    }

    private static Answer error(int status, String error, @Nullable String description) {
        var body = Json.object().put("error", error);
        if (description != null) {
            body.put("error_description", description);
        }
        return Answer.json(status, body).failed(error);
    }

    @Override
    public Answer failure(int status, String errorCode, String message) {
        return error(status, errorCode, message);
    }
}
