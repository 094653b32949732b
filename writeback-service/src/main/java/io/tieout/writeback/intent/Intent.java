package io.tieout.writeback.intent;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A call that is under way, or was: nobody knows before it is settled.
///
/// @param request the body, sent exactly so each time
/// @param attempts how many times it was begun, this time included
/// @param sentAt when it was begun last
/// @param partlyEnded whether items have ended already; they are not among `items`
public record Intent(
        UUID id,
        IntentKind kind,
        String request,
        String requestId,
        @Nullable String batchId,
        int attempts,
        Instant createdAt,
        Instant sentAt,
        boolean partlyEnded,
        List<IntentItem> items) {
    public Intent {
        items = List.copyOf(items);
    }

    public byte[] requestBytes() {
        return request.getBytes(StandardCharsets.UTF_8);
    }

    /// Whether an earlier attempt may have had its effect.
    public boolean isInDoubt() {
        return attempts > 1;
    }

    Intent withOpen(List<IntentItem> open) {
        boolean partly = partlyEnded || open.size() < items.size();
        return new Intent(
                id, kind, request, requestId, batchId, attempts, createdAt, sentAt, partly, open);
    }

    Intent begunAgain(Instant now) {
        return new Intent(
                id,
                kind,
                request,
                requestId,
                batchId,
                attempts + 1,
                createdAt,
                now,
                partlyEnded,
                items);
    }
}
