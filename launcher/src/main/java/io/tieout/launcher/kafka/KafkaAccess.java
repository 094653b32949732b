package io.tieout.launcher.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/// Where a broker listens, and as whom to connect.
public record KafkaAccess(String bootstrapServers, String user, String password) {
    /// The settings of any Kafka client for this user.
    public Map<String, Object> clientSettings() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, password),
                "reconnect.backoff.ms",
                "50",
                "reconnect.backoff.max.ms",
                "200");
    }

    int port() {
        return Integer.parseInt(bootstrapServers.substring(bootstrapServers.lastIndexOf(':') + 1));
    }

    public Admin admin() {
        return Admin.create(clientSettings());
    }

    public KafkaAccess as(String otherUser, String otherPassword) {
        return new KafkaAccess(bootstrapServers, otherUser, otherPassword);
    }

    @Override
    public String toString() {
        return user + "@" + bootstrapServers;
    }
}
