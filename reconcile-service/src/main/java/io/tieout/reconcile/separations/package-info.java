/// Decides which pairs of lines are never proposed again, because a person took them apart.
@NullMarked
package io.tieout.reconcile.separations;

import org.jspecify.annotations.NullMarked;
