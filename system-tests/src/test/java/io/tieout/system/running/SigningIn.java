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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/// `./tieout connect`, and a person who agrees on the twin's page.
public final class SigningIn {
    /// What Tieout asks for of a Smartsheet account.
    public static final String SHEET_SCOPES = "READ_SHEETS WRITE_SHEETS ADMIN_WEBHOOKS READ_USERS";

    private static final String BOOKS_PAGE = "/connect/oauth2";
    private static final String SHEETS_PAGE = "/smartsheet-app/b/authorize";

    private SigningIn() {}

    /// How it ended, and what the person was shown.
    public record Ended(boolean connected, String shown) {}

    /// To QuickBooks; whether the company is connected in the end.
    public static boolean to(Running running, String realm) {
        return by(running, "quickbooks", BOOKS_PAGE, Map.of("realm", realm, "decision", "approve"))
                .connected();
    }

    /// To Smartsheet, by a person who allows this and nothing else.
    public static Ended toSheets(Running running, String scopes) {
        return by(running, "smartsheet", SHEETS_PAGE, Map.of("scope", scopes, "decision", "allow"));
    }

    private static Ended by(
            Running running, String vendor, String page, Map<String, String> answers) {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        SignIn signIn =
                new SignIn(
                        ConnectionsApi.withKey(
                                running.processes().url(Listener.INGEST),
                                running.processes().secrets().tokenKey()),
                        new PrintStream(shown, true, UTF_8));
        CompletableFuture<Boolean> connected =
                CompletableFuture.supplyAsync(() -> signIn.byBrowser(vendor, 0));
        await().untilAsserted(() -> assertThat(shown.toString(UTF_8)).contains(page + "?"));
        Map<String, String> form = new HashMap<>(asked(shown.toString(UTF_8), page));
        form.putAll(answers);
        URI back = agree(running.twin(), page, form);
        Http.at(back.getScheme() + "://" + back.getAuthority())
                .send("GET", back.getRawPath() + "?" + back.getRawQuery(), null, Map.of());
        return new Ended(connected.join(), shown.toString(UTF_8));
    }

    private static Map<String, String> asked(String shown, String page) {
        URI address =
                URI.create(
                        shown.lines()
                                .filter(line -> line.contains(page + "?"))
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
    private static URI agree(Twin twin, String page, Map<String, String> form) {
        String encoded =
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        HttpResponse<byte[]> agreed =
                twin.http()
                        .send(
                                "POST",
                                page,
                                encoded.getBytes(UTF_8),
                                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        return URI.create(agreed.headers().firstValue("Location").orElseThrow());
    }
}
