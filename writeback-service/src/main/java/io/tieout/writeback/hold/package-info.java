/// Decides which sheets must not be written to for the time being.
@NullMarked
package io.tieout.writeback.hold;

import org.jspecify.annotations.NullMarked;
