package io.tieout.ingest.subscription;

import io.tieout.connectors.Secret;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A webhook of ours: the sheet that it tells of, and the secret that signs what it says.
///
/// @param status as we knew it last
/// @param failures attempts to enable it that failed since it was alive
/// @param triedAt when the last of them failed
public record Hook(
        WebhookId id,
        SheetId sheetId,
        Secret secret,
        String status,
        int failures,
        @Nullable Instant triedAt) {}
