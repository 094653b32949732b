package io.tieout.launcher.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/// Where a broker listens, and as whom to connect.
public record KafkaAccess(
        String bootstrapServers, String user, String password, Mechanism mechanism) {
    /// How a user proves who it is.
    public enum Mechanism {
        SCRAM("SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule"),
        /// For the first user of a broker, before any other can exist.
        PLAIN("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule");

        private final String wireName;
        private final String loginModule;

        Mechanism(String wireName, String loginModule) {
            this.wireName = wireName;
            this.loginModule = loginModule;
        }
    }

    public KafkaAccess(String bootstrapServers, String user, String password) {
        this(bootstrapServers, user, password, Mechanism.SCRAM);
    }

    /// Access by user name and password as they are.
    public static KafkaAccess plain(String bootstrapServers, String user, String password) {
        return new KafkaAccess(bootstrapServers, user, password, Mechanism.PLAIN);
    }

    /// The settings of any Kafka client for this user.
    public Map<String, Object> clientSettings() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                mechanism.wireName,
                "sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\";"
                        .formatted(mechanism.loginModule, user, password),
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
