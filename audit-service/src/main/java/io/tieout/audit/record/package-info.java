/// What happened, in order, in one insert-only hash chain per realm; it decides whether a chain is
/// whole.
@NullMarked
package io.tieout.audit.record;

import org.jspecify.annotations.NullMarked;
