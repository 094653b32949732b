package io.tieout.launcher.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a stand-in for ingest-service.
class SignInTest {
    private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final CompletableFuture<String> redirect = new CompletableFuture<>();
    private HttpServer ingest;
    private SignIn signIn;

    @BeforeEach
    void listen() throws IOException {
        ingest = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ingest.createContext(
                "/",
                exchange -> {
                    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    received.add(
                            exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
                    boolean begin =
                            exchange.getRequestURI().getPath().endsWith("/quickbooks/sign-ins");
                    if (begin) {
                        redirect.complete(
                                new ObjectMapper().readTree(body).path("redirectUri").asText());
                    }
                    byte[] answer =
                            (begin
                                            ? "{\"address\":\"https://vendor.example/?state=s-1\",\"state\":\"s-1\"}"
                                            : "{\"connected\":true,\"connection\":\"quickbooks:7\",\"company\":\"Harbor\",\"scopes\":\"books\"}")
                                    .getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        ingest.start();
        signIn =
                new SignIn(
                        ConnectionsApi.withKey(
                                "http://localhost:" + ingest.getAddress().getPort(), KEY),
                        new PrintStream(shown, true, UTF_8));
    }

    @AfterEach
    void stop() {
        ingest.stop(0);
    }

    @Test
    void a_browser_that_comes_back_with_the_state_connects() throws Exception {
        CompletableFuture<Boolean> connected =
                CompletableFuture.supplyAsync(() -> signIn.byBrowser("quickbooks", 0));
        String back = redirect.get();
        // As a browser would: the address is open only once it has been shown.
        await().atMost(Duration.ofMinutes(1))
                .until(() -> shown.toString(UTF_8).contains("Waiting for"));

        assertThat(browse(back + "?state=forged&code=x").statusCode()).isEqualTo(400);
        HttpResponse<String> page = browse(back + "?state=s-1&code=c%2D1&realmId=7");

        assertThat(connected.get()).isTrue();
        assertThat(page.body()).contains("Connected quickbooks:7 (Harbor)");
        assertThat(shown.toString(UTF_8))
                .contains("https://vendor.example/?state=s-1")
                .contains("Connected quickbooks:7 (Harbor), allowed: books.");
        assertThat(received.getLast())
                .contains("\"code\":\"c-1\"")
                .contains("\"realmId\":\"7\"")
                .startsWith("Bearer " + OperatorWord.of(KEY));
    }

    @Test
    void the_word_is_the_one_that_ingest_expects() {
        assertThat(OperatorWord.of(KEY))
                .isEqualTo("a029a8cdc6556e30dc5e64772ba3841ac5bdf751c3b1c2787334cdee02ca3e6f");
    }

    @Test
    void a_pasted_address_connects_and_one_of_another_sign_in_does_not() {
        assertThat(paste("https://tieout.example/callback?state=s-1&code=c&realmId=7")).isTrue();
        assertThat(paste("https://tieout.example/callback?state=other&code=c")).isFalse();
    }

    @Test
    void a_refusal_says_why() throws IOException {
        assertThat(
                        SignIn.sentence(
                                new ObjectMapper()
                                        .readTree(
                                                "{\"connected\":false,\"why\":\"The sign-in was not completed: access_denied.\"}")))
                .isEqualTo("Not connected. The sign-in was not completed: access_denied.");
    }

    @Test
    void parameters_are_decoded() {
        assertThat(Landing.parameters("state=a%20b&code=&x"))
                .isEqualTo(Map.of("state", "a b", "code", ""));
    }

    private boolean paste(String address) {
        return signIn.byHand(
                "quickbooks",
                "https://tieout.example/callback",
                new BufferedReader(new StringReader(address + "\n")));
    }

    private static HttpResponse<String> browse(String address) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
