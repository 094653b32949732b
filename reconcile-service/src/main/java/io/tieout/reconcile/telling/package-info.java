/// Decides what people are told about a discrepancy, and when: a comment on its row, a task for
/// finance, a mail.
@NullMarked
package io.tieout.reconcile.telling;

import org.jspecify.annotations.NullMarked;
