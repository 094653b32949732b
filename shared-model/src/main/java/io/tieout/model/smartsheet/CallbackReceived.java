package io.tieout.model.smartsheet;

import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;
import java.time.Instant;

/// A callback whose signature was right, exactly as it came. Duplicates are recognised further
/// down, by the nonce in the body.
///
/// @param body the raw request body as UTF-8 text
public record CallbackReceived(
        WebhookId webhookId, SheetId sheetId, String body, Instant receivedAt) {}
