/// Runs one real Kafka broker with users and ACLs, and decides topics and rights from the contract.
@NullMarked
package io.tieout.launcher.kafka;

import org.jspecify.annotations.NullMarked;
