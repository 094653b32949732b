/// Decides what survives a restart, and when it is written down.
@NullMarked
package io.tieout.twin.state;

import org.jspecify.annotations.NullMarked;
