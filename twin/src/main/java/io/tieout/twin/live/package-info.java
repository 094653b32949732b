/// Decides how the page learns that something changed.
@NullMarked
package io.tieout.twin.live;

import org.jspecify.annotations.NullMarked;
