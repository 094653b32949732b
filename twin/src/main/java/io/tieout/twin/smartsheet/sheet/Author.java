package io.tieout.twin.smartsheet.sheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who writes, when, and through which agent; a person at the screen is not held to strict types.
public record Author(Person person, Instant now, @Nullable String changeAgent, boolean atScreen) {
    private static final int AGENT_MAX = 512;

    public Author {
        if (changeAgent != null && changeAgent.length() > AGENT_MAX) {
            changeAgent = changeAgent.substring(changeAgent.length() - AGENT_MAX);
        }
    }

    SheetEvent event(
            String objectType,
            String eventType,
            @Nullable Long id,
            @Nullable Long rowId,
            @Nullable Long columnId) {
        return new SheetEvent(
                objectType, eventType, id, rowId, columnId, person.id(), now, changeAgent);
    }
}
