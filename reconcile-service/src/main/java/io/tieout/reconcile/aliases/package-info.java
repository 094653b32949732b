/// Decides which names in sheets are taken for which vendors of the books, as people said.
@NullMarked
package io.tieout.reconcile.aliases;

import org.jspecify.annotations.NullMarked;
