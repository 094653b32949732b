package io.tieout.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.util.Map;

/// Switches every incoming channel of the service to memory, so that a test feeds it without a
/// broker.
public final class InMemoryChannels implements QuarkusTestResourceLifecycleManager {
    private static final String PREFIX = "mp.messaging.incoming.";
    private static final String SUFFIX = ".connector";

    @Override
    public Map<String, String> start() {
        String[] channels =
                ApplicationProperties.load().stringPropertyNames().stream()
                        .filter(name -> name.startsWith(PREFIX) && name.endsWith(SUFFIX))
                        .map(name ->
                                name.substring(PREFIX.length(), name.length() - SUFFIX.length()))
                        .toArray(String[]::new);
        return InMemoryConnector.switchIncomingChannelsToInMemory(channels);
    }

    @Override
    public void stop() {
        InMemoryConnector.clear();
    }
}
