package io.tieout.connectors.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.tieout.connectors.Secret;
import io.tieout.connectors.TestDatabase;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.token.RenewalMoments.Moment;
import io.tieout.model.id.ConnectionId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A real process dies while it renews; the next one goes on. The endpoint behaves as Intuit's:
/// every refresh makes a new token, and the one before stays good for a while, those before that do
/// not.
class TokenCrashTest {
    private static final ConnectionId CONNECTION = new ConnectionId("quickbooks:crash");

    private final List<String> good = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private HttpServer endpoint;
    private DataSource dataSource;
    private TokenStore store;

    @BeforeEach
    void connected() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext(
                "/",
                exchange -> {
                    String token = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
                    byte[] answer = answer(token).getBytes(UTF_8);
                    exchange.sendResponseHeaders(good.contains(token) ? 200 : 400, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        endpoint.start();
        TestDatabase.migrated();
        dataSource = CrashingRenewal.dataSource(TestDatabase.url(), TestDatabase.INGEST);
        store =
                new TokenStore(
                        dataSource, new TokenCipher(io.tieout.connectors.TestConfig.TOKEN_KEY));
        good.clear();
        good.add("refresh-0");
        number.set(0);
        store.connected(
                CONNECTION,
                Vendor.QUICKBOOKS,
                new NewTokens(
                        new Secret("access-0"),
                        new Secret("refresh-0"),
                        Instant.now().minusSeconds(7200),
                        Instant.now().minusSeconds(3600),
                        null,
                        null),
                "books",
                null);
    }

    @AfterEach
    void stop() {
        endpoint.stop(0);
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_refresh_token_survives_a_kill_at_any_instant(Moment moment) throws Exception {
        assertThat(renewAndDie(moment)).isEqualTo(CrashingRenewal.KILLED);

        AccessToken token =
                CrashingRenewal.tokens(dataSource, address(), _ -> {}).accessToken(CONNECTION);

        TokenRow row = store.find(CONNECTION).orElseThrow();
        assertThat(row.state()).isEqualTo(TokenState.CONNECTED);
        assertThat(row.access()).isEqualTo(token.secret());
        assertThat(row.refresh()).isNotNull();
        assertThat(good)
                .as("what is stored opens the next renewal")
                .contains(row.refresh().value());
        assertThat(token.secret().value()).isNotEqualTo("access-0");
    }

    private synchronized String answer(String token) {
        if (!good.contains(token)) {
            return "{\"error\":\"invalid_grant\"}";
        }
        int next = number.incrementAndGet();
        good.removeIf(other -> !other.equals(token));
        good.add("refresh-" + next);
        return "{\"access_token\":\"access-%d\",\"refresh_token\":\"refresh-%d\",\"expires_in\":3600}"
                .formatted(next, next);
    }

    private int renewAndDie(Moment moment) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                CrashingRenewal.class.getName(),
                                TestDatabase.url(),
                                TestDatabase.INGEST,
                                CONNECTION.value(),
                                address(),
                                moment.name())
                        .inheritIO()
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String address() {
        return "http://localhost:" + endpoint.getAddress().getPort() + "/";
    }
}
