/// Knows every effect that was released, and says how each ended.
@NullMarked
package io.tieout.writeback.effect;

import org.jspecify.annotations.NullMarked;
