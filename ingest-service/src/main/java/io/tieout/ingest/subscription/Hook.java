package io.tieout.ingest.subscription;

import io.tieout.connectors.Secret;
import io.tieout.model.id.SheetId;
import io.tieout.model.id.WebhookId;

/// A webhook of ours: the sheet that it tells of, and the secret that signs what it says.
public record Hook(WebhookId id, SheetId sheetId, Secret secret, String status) {}
