package io.tieout.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A Smartsheet webhook.
public record WebhookId(@JsonValue String value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WebhookId {
        Identifiers.check("WebhookId", value, 40);
    }

    @Override
    public String toString() {
        return value;
    }
}
