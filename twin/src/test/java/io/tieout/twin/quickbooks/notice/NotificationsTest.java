package io.tieout.twin.quickbooks.notice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.tieout.twin.json.Json;
import io.tieout.twin.quickbooks.notice.BookEvent.Operation;
import io.tieout.twin.settings.LiveSettings;
import io.tieout.twin.settings.TwinSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotificationsTest {
    private static final Instant AT = Instant.parse("2026-11-22T21:31:25.179851517Z");

    private record Received(String signature, String type, byte[] body) {
        JsonNode json() {
            return Json.parse(new String(body, UTF_8));
        }
    }

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();
    private final LiveSettings live = new LiveSettings();
    private HttpServer subscriber;
    private Notifications notifications;

    @BeforeEach
    void listen() throws IOException {
        subscriber =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.createContext(
                "/",
                exchange -> {
                    received.add(
                            new Received(
                                    exchange.getRequestHeaders().getFirst("intuit-signature"),
                                    exchange.getRequestHeaders().getFirst("Content-Type"),
                                    exchange.getRequestBody().readAllBytes()));
                    exchange.sendResponseHeaders(
                            refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? 503 : 200,
                            -1);
                    exchange.close();
                });
        subscriber.start();
        live.change(Json.state("{\"retryScale\":0.001}".getBytes(UTF_8), TwinSettings.Patch.class));
        notifications =
                new Notifications(
                        new Endpoint(
                                "http://localhost:" + subscriber.getAddress().getPort() + "/hook",
                                "verifier"),
                        live);
    }

    @AfterEach
    void stop() {
        subscriber.stop(0);
    }

    @Test
    void tells_several_companies_in_one_signed_array_of_cloud_events() throws Exception {
        notifications.tell(event("310687", "Invoice", "7", Operation.CREATED));
        notifications.tell(event("4620816", "Customer", "58", Operation.UPDATED));

        await().untilAsserted(() -> assertThat(received).hasSize(1));

        var events = received.getFirst().json();
        assertThat(events).hasSize(2);
        assertThat(events.get(0).path("specversion").asText()).isEqualTo("1.0");
        assertThat(events.get(0).path("type").asText()).isEqualTo("qbo.invoice.created.v1");
        assertThat(events.get(0).path("intuitentityid").asText()).isEqualTo("7");
        assertThat(events.get(0).path("intuitaccountid").asText()).isEqualTo("310687");
        assertThat(events.get(1).path("type").asText()).isEqualTo("qbo.customer.updated.v1");
        assertThat(received.getFirst().type()).isEqualTo("application/cloudevents-batch+json");
        assertThat(received.getFirst().signature())
                .isEqualTo(hmac("verifier", received.getFirst().body()));
    }

    @Test
    void speaks_the_older_form_when_told_to() {
        notifications.change(new NoticeSettings.Patch(null, NoticeSettings.Form.OLDER, null, null));

        notifications.tell(new BookEvent("310687", "Customer", "58", Operation.MERGED, AT, "59"));

        await().untilAsserted(() -> assertThat(received).hasSize(1));
        var entity =
                received.getFirst()
                        .json()
                        .path("eventNotifications")
                        .path(0)
                        .path("dataChangeEvent")
                        .path("entities")
                        .path(0);
        assertThat(entity.path("name").asText()).isEqualTo("Customer");
        assertThat(entity.path("operation").asText()).isEqualTo("Merge");
        assertThat(entity.path("deletedId").asText()).isEqualTo("59");
    }

    @Test
    void tries_again_until_it_is_acknowledged_and_holds_up_what_comes_later() {
        refusals.set(3);
        notifications.tell(event("310687", "Invoice", "1", Operation.CREATED));
        await().untilAsserted(() -> assertThat(received).isNotEmpty());

        notifications.tell(event("310687", "Invoice", "2", Operation.VOIDED));

        await().untilAsserted(() -> assertThat(notifications.tally().delivered()).isEqualTo(2));
        assertThat(received).hasSize(5);
        assertThat(received.subList(0, 4))
                .allSatisfy(one ->
                        assertThat(one.json().get(0).path("intuitentityid").asText())
                                .isEqualTo("1"));
    }

    @Test
    void repeats_a_delivery_and_keeps_silent_about_tax_rates() {
        notifications.change(new NoticeSettings.Patch(null, null, null, 2));

        notifications.tell(event("310687", "TaxRate", "3", Operation.UPDATED));
        notifications.tell(event("310687", "Bill", "4", Operation.UPDATED));

        await().untilAsserted(() -> assertThat(received).hasSize(2));
        assertThat(received.get(0).body()).isEqualTo(received.get(1).body());
        assertThat(received.get(0).json()).hasSize(1);
    }

    private static BookEvent event(String realm, String entity, String id, Operation operation) {
        return new BookEvent(realm, entity, id, operation, AT, null);
    }

    private static String hmac(String key, byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body));
    }
}
