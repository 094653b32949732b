/// Decides which lines of the two books belong together, and what each of the others is.
@NullMarked
package io.tieout.reconcile.engine;

import org.jspecify.annotations.NullMarked;
