package io.tieout.model.quickbooks;

import io.tieout.model.id.RealmId;
import java.time.Instant;

/// A notification whose signature was right, exactly as it came; a nudge to read, never the truth
/// itself.
public record NotificationReceived(RealmId realmId, String body, Instant receivedAt) {}
