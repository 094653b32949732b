/// Decides what a cost row shall show, and proposes it when it shows something else.
@NullMarked
package io.tieout.reconcile.proposing;

import org.jspecify.annotations.NullMarked;
