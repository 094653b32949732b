/// Decides by which rules a realm's books are matched: ordered, versioned data that people edit.
@NullMarked
package io.tieout.reconcile.rules;

import org.jspecify.annotations.NullMarked;
