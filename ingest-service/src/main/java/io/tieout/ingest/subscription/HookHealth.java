package io.tieout.ingest.subscription;

import io.tieout.connectors.smartsheet.Webhook;

/// What to do about a webhook in its present state. Words that Smartsheet may add are taken for
/// something that passes.
enum HookHealth {
    /// Nothing.
    ALIVE,
    /// Enable it, which Smartsheet answers with a challenge.
    ENABLE,
    /// Wait: Smartsheet enables it again by itself, or only people can.
    WAIT;

    static HookHealth of(Webhook webhook) {
        return switch (webhook.status()) {
            case "ENABLED" -> ALIVE;
            case "NEW_NOT_VERIFIED",
                    "DISABLED_BY_OWNER",
                    "DISABLED_CALLBACK_FAILED",
                    "DISABLED_VERIFICATION_FAILED" ->
                    ENABLE;
            default -> WAIT;
        };
    }
}
