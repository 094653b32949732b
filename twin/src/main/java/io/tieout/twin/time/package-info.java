/// Decides how instants are written on the wire of each vendor.
@NullMarked
package io.tieout.twin.time;

import org.jspecify.annotations.NullMarked;
