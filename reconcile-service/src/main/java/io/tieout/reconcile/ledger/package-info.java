/// One line of either book, in the same form, and in what ways two lines can be the same but for a
/// slip.
@NullMarked
package io.tieout.reconcile.ledger;

import org.jspecify.annotations.NullMarked;
