/// Explains discrepancies in a model's words, behind checks. Without a model, and whenever its
/// words do not stand the checks, the template's words are used; nothing but words depends on it.
@NullMarked
package io.tieout.reconcile.explaining;

import org.jspecify.annotations.NullMarked;
