/// Decides which journal entry would bring the books in line with a sheet's line, and drafts it
/// when a person asks.
@NullMarked
package io.tieout.reconcile.correcting;

import org.jspecify.annotations.NullMarked;
