package io.tieout.twin.smartsheet.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.twin.json.Json;
import io.tieout.twin.smartsheet.hook.Webhooks;
import io.tieout.twin.smartsheet.sheet.SmartsheetFault;
import io.tieout.twin.smartsheet.token.AppTokens;
import io.tieout.twin.wire.Answer;
import io.tieout.twin.wire.Form;
import io.tieout.twin.wire.RouteTable;
import io.tieout.twin.wire.WireRequest;

/// The token endpoint of apps: URL-encoded in, a pair out; errors by OAuth's own words. Which of
/// the vendor's numbers goes with which word is not published.
final class TokenCalls {
    private final AppTokens tokens;
    private final Webhooks webhooks;

    TokenCalls(AppTokens tokens, Webhooks webhooks) {
        this.tokens = tokens;
        this.webhooks = webhooks;
    }

    void addTo(RouteTable open) {
        open.configures("POST", "2.0/token", "refresh token", (request, _) -> issue(request))
                .configures("DELETE", "2.0/token", "revoke token", (request, _) -> revoke(request));
    }

    private Answer issue(WireRequest request) {
        var type = request.header("Content-Type");
        if (type == null || !type.startsWith("application/x-www-form-urlencoded")) {
            return error(400, 1071, "invalid_request", "The body must be URL-encoded.");
        }
        var form = Form.parse(request.bodyText());
        var refreshing = form.get("grant_type").equals("refresh_token");
        if (!refreshing && !form.get("grant_type").equals("authorization_code")) {
            return error(400, 1072, "unsupported_grant_type", "The grant_type is unknown.");
        }
        var word = form.get(refreshing ? "refresh_token" : "code");
        if (!tokens.knowsClient(
                form.get("client_id"), form.get("client_secret"), form.get("hash"), word)) {
            return error(400, 1067, "invalid_client", "The client is unknown.");
        }
        var issued = refreshing ? tokens.refresh(word) : tokens.exchange(word);
        if (issued == null) {
            return error(400, 1070, "invalid_grant", "The code or refresh token is not in force.");
        }
        return Answer.ok(
                Json.object()
                        .put("access_token", issued.access())
                        .put("token_type", "bearer")
                        .put("refresh_token", issued.refresh())
                        .put("expires_in", issued.expiresIn()));
    }

    private static Answer error(int status, int code, String word, String message) {
        ObjectNode body = Json.object();
        body.put("errorCode", code);
        body.put("error", word);
        body.put("message", message);
        return Answer.json(status, body).failed(word);
    }

    /// An app that is revoked loses its webhooks for good.
    private Answer revoke(WireRequest request) {
        var bearer = request.bearer();
        var owner = bearer == null ? null : tokens.revoke(bearer);
        if (owner == null) {
            throw new SmartsheetFault(401, 1002, "Your Access Token is invalid.");
        }
        webhooks.appRevoked(owner);
        return Answer.ok(Desk.success(null));
    }
}
