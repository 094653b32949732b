package io.tieout.connectors.token;

import io.tieout.connectors.Secret;
import io.tieout.connectors.TestConfig;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.VendorJson;
import io.tieout.connectors.token.RenewalMoments.Moment;
import io.tieout.model.id.ConnectionId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// A process that renews a token and dies at a given moment, as if by `kill -9`.
public final class CrashingRenewal {
    static final int KILLED = 137;

    private CrashingRenewal() {}

    /// Arguments: database, role, connection, address of the token endpoint, moment.
    public static void main(String[] arguments) {
        Moment deadly = Moment.valueOf(arguments[4]);
        Tokens tokens =
                tokens(
                        dataSource(arguments[0], arguments[1]),
                        arguments[3],
                        moment -> {
                            if (moment == deadly) {
                                Runtime.getRuntime().halt(KILLED);
                            }
                        });
        tokens.accessToken(new ConnectionId(arguments[2]));
    }

    static Tokens tokens(DataSource dataSource, String endpoint, RenewalMoments moments) {
        TokenCipher cipher = new TokenCipher(TestConfig.TOKEN_KEY);
        return new Tokens(
                new TokenStore(dataSource, cipher),
                new HttpIssuer(endpoint),
                moments,
                TestConfig.defaults(),
                Clock.systemUTC());
    }

    static DataSource dataSource(String url, String role) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(role);
        source.setPassword("any");
        return source;
    }

    private record HttpIssuer(String address) implements TokenIssuer {
        @Override
        public RefreshAnswer refresh(Vendor vendor, Secret refreshToken) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(address))
                            .POST(HttpRequest.BodyPublishers.ofString(refreshToken.value()))
                            .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<byte[]> response =
                        client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                return TokenEndpoint.understand(
                        response.statusCode(), VendorJson.read(response.body()));
            } catch (IOException e) {
                return new RefreshAnswer.Unclear(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new RefreshAnswer.Unclear("interrupted");
            }
        }

        @Override
        public RefreshAnswer exchange(Vendor vendor, Secret code, String redirectUri) {
            return new RefreshAnswer.Rejected(400, "unsupported_grant_type");
        }
    }
}
