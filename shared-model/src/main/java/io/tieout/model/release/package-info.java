/// Permission for one effect to happen now, and what came of it.
@NullMarked
package io.tieout.model.release;

import org.jspecify.annotations.NullMarked;
