/// Tells open pages that something changed.
@NullMarked
package io.tieout.console.live;

import org.jspecify.annotations.NullMarked;
