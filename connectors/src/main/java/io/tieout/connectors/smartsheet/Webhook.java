package io.tieout.connectors.smartsheet;

import io.tieout.connectors.Secret;
import io.tieout.model.id.WebhookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A subscription to a sheet's changes.
///
/// @param scopeObjectId the sheet, for scope `sheet`
/// @param status the vendor's word; new words may come
/// @param sharedSecret signs its callbacks; lists may leave it out
public record Webhook(
        WebhookId id,
        String name,
        String callbackUrl,
        String scope,
        String scopeObjectId,
        boolean enabled,
        String status,
        @Nullable String disabledDetails,
        Stats stats,
        @Nullable Secret sharedSecret) {
    /// How its callbacks have fared.
    ///
    /// @param lastAttempt when one was sent last, whatever came of it; absent when none was
    /// @param lastAttemptRetries how often that one had been sent before
    /// @param lastSuccess when one arrived last; absent when none did
    public record Stats(
            @Nullable Instant lastAttempt, int lastAttemptRetries, @Nullable Instant lastSuccess) {
        public static final Stats NONE = new Stats(null, 0, null);

        /// How often the vendor has tried in vain to deliver its present callback again; 0 when the
        /// last attempt arrived, however many it took.
        public int vainRetries() {
            boolean arrived =
                    lastSuccess != null
                            && (lastAttempt == null || !lastSuccess.isBefore(lastAttempt));
            return arrived ? 0 : lastAttemptRetries;
        }
    }
}
