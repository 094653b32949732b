package io.tieout.twin.http;

import static io.tieout.twin.http.TwinClient.SHEETS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.twin.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Tokens that an app gets for a person's sheets: both rotate together and end after a week.
@QuarkusTest
class AppTokensHttpTest {
    private static final String BILLING = SHEETS + "/sheets/4100000000000001";
    private static final String CLIENT =
            "&client_id=harbor-sheets&client_secret=harbor-sheets-secret";

    @TestHTTPResource URI base;

    private TwinClient twin;

    private record Reply(int status, JsonNode body) {}

    @BeforeEach
    void fresh() throws Exception {
        twin = new TwinClient(base);
        twin.reset();
    }

    @Test
    void a_refresh_ends_both_old_tokens_at_once() throws Exception {
        var first = refresh("harbor-sheets-refresh");
        var second = refresh(first.body().path("refresh_token").asText());

        assertThat(first.body().path("expires_in").asInt()).isEqualTo(604_799);
        assertThat(read(first.body())).isEqualTo(1002);
        assertThat(read(second.body())).isZero();
        assertThat(
                        refresh(first.body().path("refresh_token").asText())
                                .body()
                                .path("error")
                                .asText())
                .isEqualTo("invalid_grant");
    }

    @Test
    void an_access_token_ends_by_itself() throws Exception {
        twin.control("PUT", "/settings", "{'sheetTokenSeconds':1}");
        var pair = refresh("harbor-sheets-refresh").body();

        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(read(pair)).isEqualTo(1003));
    }

    @Test
    void knows_an_app_by_the_hash_of_its_secret() throws Exception {
        var hash =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256")
                                        .digest(
                                                "harbor-sheets-secret|harbor-sheets-refresh"
                                                        .getBytes(StandardCharsets.UTF_8)));

        assertThat(
                        token(
                                        "grant_type=refresh_token&refresh_token=harbor-sheets-refresh&client_id=harbor-sheets&hash="
                                                + hash)
                                .status())
                .isEqualTo(200);
        assertThat(
                        token(
                                        "grant_type=refresh_token&refresh_token=x&client_id=harbor-sheets&hash=00")
                                .body()
                                .path("error")
                                .asText())
                .isEqualTo("invalid_client");
    }

    @Test
    void what_an_app_subscribed_ends_for_good_when_it_is_revoked() throws Exception {
        var access = refresh("harbor-sheets-refresh").body().path("access_token").asText();
        try (var receiver = new Receiver()) {
            var hook =
                    twin.call(
                                    "POST",
                                    SHEETS + "/webhooks",
                                    access,
                                    "{'name':'n','callbackUrl':'%s','scope':'sheet','scopeObjectId':4100000000000001,'events':['*.*'],'version':1}"
                                            .formatted(receiver.url()))
                            .body()
                            .path("result")
                            .path("id")
                            .asText();

            twin.call("DELETE", SHEETS + "/token", access, null);

            assertThat(
                            twin.call(
                                            "GET",
                                            SHEETS + "/webhooks/" + hook,
                                            TwinClient.SHEET_TOKEN,
                                            null)
                                    .body()
                                    .path("status")
                                    .asText())
                    .isEqualTo("DISABLED_APP_REVOKED");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "READ_SHEETS, /sheets/4100000000000001/version",
        "READ_SHEETS, /shares?assetType=sheet&assetId=4100000000000001",
        "READ_SHEETS, /workspaces/4800000000000001/children",
        "READ_USERS, /users/me",
        "READ_USERS, /groups",
        "ADMIN_WEBHOOKS, /webhooks"
    })
    void an_app_may_read_only_what_it_was_allowed(String scope, String path) throws Exception {
        var allowed = agreed(scope);
        var other = agreed("WRITE_SHEETS");

        assertThat(twin.call("GET", SHEETS + path, allowed, null).status()).isEqualTo(200);
        var refused = twin.call("GET", SHEETS + path, other, null);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().path("errorCode").asInt()).isEqualTo(1004);
    }

    @Test
    void an_app_lists_its_own_webhooks_and_a_person_theirs() throws Exception {
        var app = refresh("harbor-sheets-refresh").body().path("access_token").asText();
        twin.call(
                "POST",
                SHEETS + "/webhooks",
                app,
                "{'name':'n','callbackUrl':'http://localhost:1/','scope':'sheet','scopeObjectId':4100000000000001,'events':['*.*'],'version':1}");

        assertThat(list(app)).hasSize(1);
        assertThat(list(TwinClient.SHEET_TOKEN)).isEmpty();
    }

    private JsonNode list(String token) throws Exception {
        return twin.call("GET", SHEETS + "/webhooks", token, null).body().path("data");
    }

    @Test
    void a_week_can_pass_at_once() throws Exception {
        var pair = refresh("harbor-sheets-refresh").body();

        twin.control("POST", "/smartsheet-app/expire-access", null);

        assertThat(read(pair)).isEqualTo(1003);
        assertThat(read(refresh(pair.path("refresh_token").asText()).body())).isZero();
    }

    @Test
    void whoever_takes_the_permission_back_ends_both_tokens() throws Exception {
        var pair = refresh("harbor-sheets-refresh").body();

        twin.control("POST", "/smartsheet-app/revoke", null);

        assertThat(read(pair)).isEqualTo(1002);
        assertThat(refresh(pair.path("refresh_token").asText()).body().path("error").asText())
                .isEqualTo("invalid_grant");
    }

    /// The access token of an app that a person allowed this.
    private String agreed(String scope) throws Exception {
        var page =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(base.resolve("/smartsheet-app/b/authorize"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        "scope="
                                                                + scope
                                                                + "&state=s&decision=allow&redirect_uri=http://localhost:1/back"))
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
        var code =
                page.headers()
                        .firstValue("Location")
                        .orElseThrow()
                        .replaceAll(".*[?&]code=([^&]+).*", "$1");
        return token("grant_type=authorization_code&code=" + code + CLIENT)
                .body()
                .path("access_token")
                .asText();
    }

    private int read(JsonNode pair) throws Exception {
        return twin.call("GET", BILLING + "/version", pair.path("access_token").asText(), null)
                .body()
                .path("errorCode")
                .asInt();
    }

    private Reply refresh(String token) throws Exception {
        return token("grant_type=refresh_token&refresh_token=" + token + CLIENT);
    }

    private Reply token(String form) throws Exception {
        var response =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(base.resolve(SHEETS + "/token"))
                                        .header("Content-Type", "application/x-www-form-urlencoded")
                                        .POST(HttpRequest.BodyPublishers.ofString(form))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), Json.parse(response.body()));
    }
}
