/// Decides what the twin holds when it starts afresh.
@NullMarked
package io.tieout.twin.sample;

import org.jspecify.annotations.NullMarked;
