package io.tieout.launcher.kafka;

import java.nio.file.Path;

/// The broker's configuration: one node, users and ACLs on, small.
record BrokerSettings(Path data, int port, int controllerPort, String adminPassword) {
    String text() {
        return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        advertised.listeners=CLIENT://127.0.0.1:%1$d
        inter.broker.listener.name=CLIENT
        controller.listener.names=CONTROLLER
        listener.security.protocol.map=CLIENT:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
        log.dirs=%3$s

        sasl.enabled.mechanisms=SCRAM-SHA-512
        sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
        listener.name.client.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="admin" password="%4$s";
        sasl.mechanism.controller.protocol=PLAIN
        listener.name.controller.sasl.enabled.mechanisms=PLAIN
        listener.name.controller.plain.sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule required username="admin" password="%4$s" user_admin="%4$s";
        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
        super.users=User:admin
        allow.everyone.if.no.acl.found=false

        auto.create.topics.enable=false
        num.partitions=6
        default.replication.factor=1
        offsets.topic.num.partitions=3
        offsets.topic.replication.factor=1
        transaction.state.log.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        share.coordinator.state.topic.num.partitions=1
        share.coordinator.state.topic.replication.factor=1
        share.coordinator.state.topic.min.isr=1
        min.insync.replicas=1
        group.initial.rebalance.delay.ms=0
        message.max.bytes=12582912

        num.network.threads=2
        num.io.threads=3
        num.replica.fetchers=1
        num.recovery.threads.per.data.dir=1
        background.threads=2
        log.cleaner.threads=1
        log.cleaner.dedupe.buffer.size=2097152
        log.cleaner.io.buffer.size=262144
        log.index.size.max.bytes=1048576
        log.segment.bytes=67108864
        metadata.log.segment.bytes=16777216
        queued.max.requests=100
        """
                .formatted(port, controllerPort, data, adminPassword);
    }
}
