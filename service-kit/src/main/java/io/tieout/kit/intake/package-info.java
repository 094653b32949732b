/// How a record from Kafka is read, retried, or put aside as a dead letter.
@NullMarked
package io.tieout.kit.intake;

import org.jspecify.annotations.NullMarked;
