/// Whether a proposal agrees with the facts, by rules written apart from the code that drafts.
@NullMarked
package io.tieout.audit.review;

import org.jspecify.annotations.NullMarked;
