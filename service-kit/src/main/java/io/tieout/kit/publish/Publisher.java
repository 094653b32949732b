package io.tieout.kit.publish;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/// Sends records to Kafka. Only the relay, the webhook endpoint and dead letters use it.
public interface Publisher {
    /// Completes when every in-sync replica has the record.
    CompletionStage<Void> send(String topic, String key, byte[] value, Map<String, String> headers);
}
