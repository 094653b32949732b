/// Decides whose name a written name is, and how sure that is.
@NullMarked
package io.tieout.reconcile.names;

import org.jspecify.annotations.NullMarked;
