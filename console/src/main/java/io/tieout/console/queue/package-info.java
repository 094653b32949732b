/// Decides which findings stand in the exception queue, whose they are and until when.
@NullMarked
package io.tieout.console.queue;

import org.jspecify.annotations.NullMarked;
