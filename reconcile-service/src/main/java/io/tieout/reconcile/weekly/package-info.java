/// Decides when the weekly report of each project goes out, and says what it says.
@NullMarked
package io.tieout.reconcile.weekly;

import org.jspecify.annotations.NullMarked;
