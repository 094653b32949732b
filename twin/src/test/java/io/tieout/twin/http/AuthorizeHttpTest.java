package io.tieout.twin.http;

import static io.tieout.twin.http.TwinClient.BOOKS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tieout.twin.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuthorizeHttpTest {
    private static final String BACK = "http://localhost:9/callback";
    private static final String SCOPE = "com.intuit.quickbooks.accounting";
    private static final String REALM = "9130350000000001";

    @TestHTTPResource URI base;

    private final HttpClient http = HttpClient.newHttpClient();
    private TwinClient twin;

    @BeforeEach
    void fresh() throws Exception {
        twin = new TwinClient(base);
        twin.reset();
    }

    @Test
    void asks_a_person_and_names_the_companies() throws Exception {
        var page =
                get(
                        "/connect/oauth2?client_id=harbor-client&response_type=code&scope="
                                + SCOPE
                                + "&redirect_uri="
                                + BACK
                                + "&state=s-1");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Harbor Consulting Group").contains("value=\"s-1\"");
    }

    @Test
    void refuses_an_unknown_app_or_scope() throws Exception {
        assertThat(
                        get("/connect/oauth2?client_id=x&response_type=code&scope="
                                        + SCOPE
                                        + "&redirect_uri="
                                        + BACK
                                        + "&state=s")
                                .body())
                .contains("client_id");
        assertThat(
                        get("/connect/oauth2?client_id=harbor-client&response_type=code&scope=all"
                                        + "&redirect_uri="
                                        + BACK
                                        + "&state=s")
                                .body())
                .contains("scope");
    }

    @Test
    void an_agreement_is_exchanged_once_for_tokens_that_open_the_books() throws Exception {
        var back = agree(SCOPE, "approve");

        var tokens =
                token(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                back.get("code"),
                                "redirect_uri",
                                BACK));
        var again =
                token(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                back.get("code"),
                                "redirect_uri",
                                BACK));

        assertThat(back).containsEntry("state", "s-1").containsEntry("realmId", REALM);
        assertThat(tokens.path("x_refresh_token_hard_expires_in").asLong()).isPositive();
        assertThat(
                        twin.call(
                                        "GET",
                                        BOOKS + "/preferences",
                                        tokens.path("access_token").asText(),
                                        null)
                                .status())
                .isEqualTo(200);
        assertThat(again.path("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void a_code_is_bound_to_its_redirect_address() throws Exception {
        var code = agree(SCOPE, "approve").get("code");

        assertThat(
                        token(
                                        Map.of(
                                                "grant_type",
                                                "authorization_code",
                                                "code",
                                                code,
                                                "redirect_uri",
                                                "http://localhost:9/other"))
                                .path("error")
                                .asText())
                .isEqualTo("invalid_grant");
    }

    @Test
    void tokens_without_the_accounting_scope_do_not_open_the_books() throws Exception {
        var code = agree("openid", "approve").get("code");
        var tokens =
                token(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                BACK));

        var reply =
                twin.call(
                        "GET", BOOKS + "/preferences", tokens.path("access_token").asText(), null);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.faultCode()).isEqualTo("5020");
    }

    @Test
    void a_person_may_decline() throws Exception {
        assertThat(agree(SCOPE, "decline"))
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s-1")
                .doesNotContainKey("code");
    }

    @Test
    void an_older_refresh_token_stays_good_for_the_grace_and_changes_about_once_a_day()
            throws Exception {
        var first = twin.refresh("harbor-refresh-token").body().path("refresh_token").asText();
        assertThat(twin.refresh("harbor-refresh-token").status()).isEqualTo(200);

        twin.control("PUT", "/oauth", "{'changeAfterSeconds':86400}");
        assertThat(twin.refresh(first).body().path("refresh_token").asText()).isEqualTo(first);
    }

    @Test
    void at_the_hard_end_and_after_a_disconnection_only_a_person_helps() throws Exception {
        var token = twin.refresh("harbor-refresh-token").body().path("refresh_token").asText();
        twin.control("PUT", "/oauth", "{'hardExpirySeconds':0}");
        assertThat(twin.refresh(token).body().path("error").asText()).isEqualTo("invalid_grant");

        twin.reset();
        var access = twin.accessToken();
        twin.control("POST", "/oauth/disconnect/" + REALM, "");
        assertThat(twin.call("GET", BOOKS + "/preferences", access, null).status()).isEqualTo(401);
        assertThat(twin.refresh("harbor-refresh-token").status()).isEqualTo(400);
    }

    private Map<String, String> agree(String scope, String decision) throws Exception {
        var answer =
                http.send(
                        HttpRequest.newBuilder(base.resolve("/connect/oauth2"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        HttpRequest.BodyPublishers.ofString(
                                                form(
                                                        Map.of(
                                                                "realm",
                                                                REALM,
                                                                "scope",
                                                                scope,
                                                                "redirect_uri",
                                                                BACK,
                                                                "state",
                                                                "s-1",
                                                                "decision",
                                                                decision))))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(303);
        var location = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(location.toString()).startsWith(BACK);
        return Arrays.stream(location.getQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    private JsonNode token(Map<String, String> fields) throws Exception {
        var basic =
                Base64.getEncoder().encodeToString("harbor-client:harbor-secret".getBytes(UTF_8));
        var answer =
                http.send(
                        HttpRequest.newBuilder(base.resolve("/oauth2/v1/tokens/bearer"))
                                .header("Authorization", "Basic " + basic)
                                .header("x-include-refresh-token-hard-expires-in", "true")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form(fields)))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        return Json.parse(answer.body());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/$", "") + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
