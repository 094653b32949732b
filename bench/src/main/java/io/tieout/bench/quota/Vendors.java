package io.tieout.bench.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.bench.running.JsonHttp;
import io.tieout.bench.running.Twin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The cheapest call of each kind, made as the vendors' clients make it.
final class Vendors {
    // the sample company's; they open nothing but the twin
    private static final String SHEET_TOKEN = "harbor-smartsheet-token";
    private static final String CLIENT = "harbor-client:harbor-secret";
    private static final String REFRESH = "harbor-refresh-token";
    private static final String SHEET = "4100000000000001";
    private static final String BATCH =
            "{\"BatchItemRequest\":[{\"bId\":\"1\",\"Query\":\"select * from CompanyInfo\"}]}";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String twin;
    private final String books;
    private final String token;

    Vendors(String twin) {
        this.twin = twin;
        this.books = twin + "/quickbooks/v3/company/" + Twin.REALM;
        this.token = token();
    }

    int readVersion() {
        return status(
                HttpRequest.newBuilder(
                                URI.create(twin + "/smartsheet/2.0/sheets/" + SHEET + "/version"))
                        .header("Authorization", "Bearer " + SHEET_TOKEN)
                        .build());
    }

    int readCompany() {
        return status(
                HttpRequest.newBuilder(URI.create(books + "/companyinfo/" + Twin.REALM))
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "application/json")
                        .build());
    }

    int batch() {
        return status(
                HttpRequest.newBuilder(URI.create(books + "/batch"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Accept", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(BATCH))
                        .build());
    }

    private String token() {
        String basic = Base64.getEncoder().encodeToString(CLIENT.getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(twin + "/oauth2/v1/tokens/bearer"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "grant_type=refresh_token&refresh_token=" + REFRESH))
                        .build();
        try {
            JsonNode answer = JsonHttp.JSON.readTree(send(request).body());
            return answer.path("access_token").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status(HttpRequest request) {
        int status = send(request).statusCode();
        if (status != 200 && status != 429) {
            throw new IllegalStateException("%s answered %d".formatted(request.uri(), status));
        }
        return status;
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
