/// Keeps what is said of each line of either book, for reports, effects and people.
@NullMarked
package io.tieout.reconcile.standing;

import org.jspecify.annotations.NullMarked;
