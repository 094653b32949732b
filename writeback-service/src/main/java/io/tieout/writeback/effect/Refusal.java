package io.tieout.writeback.effect;

import java.time.Instant;
import java.util.UUID;

/// A release that was not accepted, as it is shown.
public record Refusal(
        UUID eventId,
        UUID proposalId,
        int revision,
        String effectId,
        String reason,
        String message,
        Instant refusedAt) {}
