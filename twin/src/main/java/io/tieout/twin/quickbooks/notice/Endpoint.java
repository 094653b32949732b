package io.tieout.twin.quickbooks.notice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jboss.logging.Logger;

/// The subscriber's address: posts a signed body and says whether it was acknowledged in time.
final class Endpoint {
    private static final Logger LOG = Logger.getLogger(Endpoint.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(PATIENCE)
                    .build();
    private final URI address;
    private final String verifierToken;

    Endpoint(String address, String verifierToken) {
        this.address = URI.create(address);
        this.verifierToken = verifierToken;
    }

    boolean acknowledges(byte[] body, NoticeSettings.Form form) throws InterruptedException {
        var type =
                form == NoticeSettings.Form.CLOUD_EVENTS
                        ? "application/cloudevents-batch+json"
                        : "application/json";
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Content-Type", type)
                        .header("intuit-signature", signature(body))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            LOG.debugf("notification failed: %s", e.getMessage());
            return false;
        }
    }

    /// Base64 of HMAC-SHA256 over the raw body.
    String signature(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            verifierToken.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
