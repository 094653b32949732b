/// Decides which documents of the books a cost row is.
@NullMarked
package io.tieout.reconcile.matching;

import org.jspecify.annotations.NullMarked;
