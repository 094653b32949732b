/// The life of a draft: when it is proposed, revised, withdrawn, and when it is over.
@NullMarked
package io.tieout.invoice.drafts;

import org.jspecify.annotations.NullMarked;
