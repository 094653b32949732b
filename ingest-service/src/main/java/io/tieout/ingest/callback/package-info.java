/// Decides which notifications are genuine, and lets exactly those into Kafka.
@NullMarked
package io.tieout.ingest.callback;

import org.jspecify.annotations.NullMarked;
