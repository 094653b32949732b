/// Decides what a line of the books comes to together with the journal entries that correct it.
@NullMarked
package io.tieout.reconcile.corrected;

import org.jspecify.annotations.NullMarked;
