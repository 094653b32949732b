/// Events that are committed with the work that caused them, and the relay that publishes them.
@NullMarked
package io.tieout.kit.outbox;

import org.jspecify.annotations.NullMarked;
