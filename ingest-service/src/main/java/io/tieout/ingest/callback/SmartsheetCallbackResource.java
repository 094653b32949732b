package io.tieout.ingest.callback;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.common.annotation.Blocking;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.IngestConfig;
import io.tieout.ingest.subscription.Hook;
import io.tieout.ingest.subscription.Hooks;
import io.tieout.model.id.WebhookId;
import io.tieout.model.smartsheet.CallbackReceived;
import io.tieout.model.topic.Topics;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes Smartsheet's callbacks: what is signed by a webhook of ours goes into Kafka as it came,
/// and only then is the answer 200. Any other success would end the webhook.
@Path("/webhooks/smartsheet")
@Blocking
public class SmartsheetCallbackResource {
    private static final String HOOK_RESPONSE = "Smartsheet-Hook-Response";

    private final Hooks hooks;
    private final AppendToKafka appendToKafka;
    private final Smartsheet smartsheet;
    private final IngestConfig config;
    private final Clock clock;
    private final MeterRegistry meters;

    SmartsheetCallbackResource(
            Hooks hooks,
            AppendToKafka appendToKafka,
            Smartsheet smartsheet,
            IngestConfig config,
            Clock clock,
            MeterRegistry meters) {
        this.hooks = hooks;
        this.appendToKafka = appendToKafka;
        this.smartsheet = smartsheet;
        this.config = config;
        this.clock = clock;
        this.meters = meters;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response receive(
            @HeaderParam("Smartsheet-Hook-Challenge") @Nullable String challengeHeader,
            @HeaderParam("Smartsheet-Hook-Id") @Nullable String hookHeader,
            @HeaderParam("Smartsheet-Hmac-SHA256") @Nullable String signature,
            byte @Nullable [] requestBody) {
        byte[] body = requestBody == null ? new byte[0] : requestBody;
        if (body.length > config.callback().bodyMax().asLongValue()) {
            return refused(Response.Status.REQUEST_ENTITY_TOO_LARGE, "too-large");
        }
        WebhookId inBody = CallbackScan.webhookId(body);
        WebhookId named = inBody == null ? CallbackScan.webhookId(hookHeader) : inBody;
        String challenge = CallbackScan.challenge(challengeHeader, body);
        if (challenge != null) {
            return answer(challenge, named);
        }
        List<Hook> candidates = candidates(named);
        if (named != null && candidates.isEmpty()) {
            return refused(Response.Status.FORBIDDEN, "unknown-webhook");
        }
        Optional<Hook> signer =
                candidates.stream()
                        .filter(hook ->
                                CallbackSignature.isHex(body, hook.secret().value(), signature))
                        .findFirst();
        return signer.map(hook -> append(hook, body))
                .orElseGet(() -> refused(Response.Status.UNAUTHORIZED, "bad-signature"));
    }

    private List<Hook> candidates(@Nullable WebhookId named) {
        return named == null
                ? hooks.active(config.callback().secretsTriedMax())
                : hooks.everMade(named).stream().toList();
    }

    /// Proves to Smartsheet that this address is ours, for webhooks that we keep: one whose place
    /// was taken ends so, and the other is heard.
    private Response answer(String challenge, @Nullable WebhookId named) {
        if (named == null || hooks.find(named).isEmpty()) {
            return refused(Response.Status.FORBIDDEN, "unknown-webhook");
        }
        count("challenge");
        return Response.ok(Map.of("smartsheetHookResponse", challenge))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HOOK_RESPONSE, challenge)
                .build();
    }

    private Response append(Hook hook, byte[] body) {
        boolean appended =
                appendToKafka.append(
                        Topics.SMARTSHEET_CALLBACKS,
                        hook.sheetId().value(),
                        smartsheet.connection(),
                        new CallbackReceived(
                                hook.id(),
                                hook.sheetId(),
                                new String(body, StandardCharsets.UTF_8),
                                clock.instant()));
        if (!appended) {
            return refused(Response.Status.SERVICE_UNAVAILABLE, "not-appended");
        }
        count("appended");
        return Response.ok().build();
    }

    private Response refused(Response.Status status, String outcome) {
        count(outcome);
        return Response.status(status).build();
    }

    private void count(String outcome) {
        meters.counter("callbacks", "vendor", "smartsheet", "outcome", outcome).increment();
    }
}
