package io.tieout.ingest.callback;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.WebhookId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds in a body what is needed before its signature is checked, whether or not it is JSON.
final class CallbackScan {
    private static final Pattern WEBHOOK_ID =
            Pattern.compile("\"webhookId\"\\s*:\\s*\"?(\\d{1,30})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGITS = Pattern.compile("\\d{1,30}");
    private static final int CHALLENGE_BODY_MAX = 4_096;
    private static final Pattern CHALLENGE = Pattern.compile("[!-~]{1,500}");

    private CallbackScan() {}

    /// Which webhook the body says it is of.
    static @Nullable WebhookId webhookId(byte[] body) {
        // The id stands among the first fields; Latin-1 never fails and keeps ASCII as it is.
        Matcher matcher = WEBHOOK_ID.matcher(new String(body, StandardCharsets.ISO_8859_1));
        return matcher.find() ? new WebhookId(matcher.group(1)) : null;
    }

    static @Nullable WebhookId webhookId(@Nullable String header) {
        return header != null && DIGITS.matcher(header.strip()).matches()
                ? new WebhookId(header.strip())
                : null;
    }

    /// The challenge of a verification request; absent when the request is none.
    static @Nullable String challenge(@Nullable String header, byte[] body) {
        String challenge = header == null ? challengeIn(body) : header.strip();
        return challenge != null && CHALLENGE.matcher(challenge).matches() ? challenge : null;
    }

    private static @Nullable String challengeIn(byte[] body) {
        if (body.length == 0 || body.length > CHALLENGE_BODY_MAX) {
            return null;
        }
        try {
            JsonNode json = WireJson.mapper().readTree(body);
            JsonNode challenge = json.path("challenge");
            return challenge.isTextual() && !json.has("events") ? challenge.asText() : null;
        } catch (IOException _) {
            return null;
        }
    }
}
