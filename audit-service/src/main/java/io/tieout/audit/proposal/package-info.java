/// The life of a proposal: which revision counts, which decision counts, which effect may happen
/// next.
@NullMarked
package io.tieout.audit.proposal;

import org.jspecify.annotations.NullMarked;
