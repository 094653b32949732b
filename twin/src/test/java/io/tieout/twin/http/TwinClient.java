package io.tieout.twin.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.twin.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// Talks to the twin as a vendor's client would.
final class TwinClient {
    static final String BOOKS = "/quickbooks/v3/company/9130350000000001";
    static final String SHEETS = "/smartsheet/2.0";
    static final String SHEET_TOKEN = "harbor-smartsheet-token";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    TwinClient(URI base) {
        this.base = base.toString().replaceAll("/$", "");
    }

    record Reply(int status, JsonNode body) {
        String faultCode() {
            return body.path("Fault").path("Error").path(0).path("code").asText("");
        }
    }

    Reply call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(
                                                body.replace('\'', '"')));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        var response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        var bytes = response.body();
        return new Reply(
                response.statusCode(),
                bytes.length == 0 || bytes[0] == '%' ? Json.object() : Json.parse(bytes));
    }

    Reply control(String method, String path, String body)
            throws IOException, InterruptedException {
        return call(method, "/twin" + path, null, body);
    }

    void reset() throws IOException, InterruptedException {
        control("POST", "/reset", "{'sample':'harbor'}");
        control("PUT", "/settings", "{'debounceMs':20,'retryScale':0.01,'enforceQuota':false}");
    }

    Reply refresh(String refreshToken) throws IOException, InterruptedException {
        var basic =
                Base64.getEncoder()
                        .encodeToString(
                                "harbor-client:harbor-secret".getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(base + "/oauth2/v1/tokens/bearer"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=refresh_token&refresh_token=" + refreshToken))
                        .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), Json.parse(response.body()));
    }

    String accessToken() throws IOException, InterruptedException {
        return refresh("harbor-refresh-token").body().path("access_token").asText();
    }
}
