package io.tieout.writeback.intent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A call that is about to become an intent.
public record Call(
        IntentKind kind,
        String request,
        String requestId,
        @Nullable String batchId,
        List<IntentItem> items) {
    public Call {
        items = List.copyOf(items);
    }
}
