/// Keeps what rows and books say now, as far as they can be compared.
@NullMarked
package io.tieout.reconcile.facts;

import org.jspecify.annotations.NullMarked;
