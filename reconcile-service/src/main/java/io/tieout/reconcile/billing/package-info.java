/// Decides what a billing row should say on an invoice: by the draft that billed it, else by the
/// agreed prices.
@NullMarked
package io.tieout.reconcile.billing;

import org.jspecify.annotations.NullMarked;
