package io.tieout.connectors.smartsheet;

import io.tieout.connectors.Secret;
import io.tieout.model.id.WebhookId;
import org.jspecify.annotations.Nullable;

/// A subscription to a sheet's changes.
///
/// @param scopeObjectId the sheet, for scope `sheet`
/// @param status the vendor's word; new words may come
/// @param callbackRetries how often the vendor has tried its present callback again; 0 when all is
///   well
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
        int callbackRetries,
        @Nullable Secret sharedSecret) {}
