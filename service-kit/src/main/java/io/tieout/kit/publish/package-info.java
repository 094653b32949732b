/// The one way out to Kafka.
@NullMarked
package io.tieout.kit.publish;

import org.jspecify.annotations.NullMarked;
