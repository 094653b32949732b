package io.tieout.system.running;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tieout.launcher.connect.ConnectionsApi;
import io.tieout.launcher.connect.SignIn;
import io.tieout.launcher.port.Listener;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// `./tieout connect quickbooks`, and a person who chooses a company on the twin's page and agrees.
public final class SigningIn {
    private SigningIn() {}

    /// Whether the company is connected in the end.
    public static boolean to(Running running, String realm) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        SignIn signIn =
                new SignIn(
                        ConnectionsApi.withKey(
                                running.processes().url(Listener.INGEST),
                                running.processes().secrets().tokenKey()),
                        new PrintStream(shown, true, UTF_8));
        CompletableFuture<Boolean> connected =
                CompletableFuture.supplyAsync(() -> signIn.byBrowser("quickbooks", 0));
        await().untilAsserted(() -> assertThat(shown.toString(UTF_8)).contains("/connect/oauth2?"));
        URI back = agree(running.twin(), realm, asked(shown.toString(UTF_8)));
        Http.at(back.getScheme() + "://" + back.getAuthority())
                .send("GET", back.getRawPath() + "?" + back.getRawQuery(), null, Map.of());
        return connected.join();
    }

    private static Map<String, String> asked(String shown) {
        URI address =
                URI.create(
                        shown.lines()
                                .filter(line -> line.contains("/connect/oauth2?"))
                                .findFirst()
                                .orElseThrow()
                                .strip());
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(part -> part.split("=", 2))
                .collect(
                        Collectors.toMap(
                                part -> part[0], part -> URLDecoder.decode(part[1], UTF_8)));
    }

    /// Where the vendor sends the browser back to.
    private static URI agree(Twin twin, String realm, Map<String, String> asked) {
        String form =
                "realm=%s&scope=%s&redirect_uri=%s&state=%s&decision=approve"
                        .formatted(
                                realm,
                                encoded(asked.get("scope")),
                                encoded(asked.get("redirect_uri")),
                                encoded(asked.get("state")));
        HttpResponse<byte[]> agreed =
                twin.http()
                        .send(
                                "POST",
                                "/connect/oauth2",
                                form.getBytes(UTF_8),
                                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        return URI.create(agreed.headers().firstValue("Location").orElseThrow());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
