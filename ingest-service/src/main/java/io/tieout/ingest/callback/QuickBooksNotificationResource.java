package io.tieout.ingest.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.notification.ReadNotification;
import io.tieout.kit.event.Connections;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.NotificationReceived;
import io.tieout.model.topic.Topics;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes QuickBooks' notifications: what is signed goes into Kafka as it came, and only then is the
/// answer 200. A refusal would hold up all that come later, so what is signed but odd is taken too.
@Path("/webhooks/quickbooks")
@Blocking
public class QuickBooksNotificationResource {
    private final AppendToKafka appendToKafka;
    private final IngestConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    QuickBooksNotificationResource(
            AppendToKafka appendToKafka, IngestConfig config, Clock clock, MeterRegistry meters) {
        this.appendToKafka = appendToKafka;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(
            @HeaderParam("intuit-signature") @Nullable String signature,
            byte @Nullable [] requestBody) {
        byte[] body = requestBody == null ? new byte[0] : requestBody;
        if (body.length > config.callback().bodyMax().asLongValue()) {
            return answer(Response.Status.REQUEST_ENTITY_TOO_LARGE, "too-large");
        }
        boolean genuine =
                config.callback()
                        .verifierToken()
                        .filter(token -> CallbackSignature.isBase64(body, token, signature))
                        .isPresent();
        if (!genuine) {
            return answer(Response.Status.UNAUTHORIZED, "bad-signature");
        }
        for (RealmId realm : realms(body)) {
            if (!append(realm, body)) {
                return answer(Response.Status.SERVICE_UNAVAILABLE, "not-appended");
            }
        }
        return answer(Response.Status.OK, "appended");
    }

    /// One delivery may be about several companies; what names none goes where it is dead-lettered.
    private Set<RealmId> realms(byte[] body) {
        Set<RealmId> realms = ReadNotification.realms(body);
        return realms.isEmpty() ? Set.of(config.realm()) : realms;
    }

    private boolean append(RealmId realm, byte[] body) {
        return appendToKafka.append(
                Topics.QUICKBOOKS_NOTIFICATIONS,
                realm.value(),
                Connections.quickbooks(realm),
                new NotificationReceived(
                        realm, new String(body, StandardCharsets.UTF_8), clock.instant()));
    }

    private Response answer(Response.Status status, String outcome) {
        meters.counter("callbacks", "vendor", "quickbooks", "outcome", outcome).increment();
        return Response.status(status).build();
    }
}
