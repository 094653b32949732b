/// The approvals page: what waits for a decision, and the buttons that take it.
@NullMarked
package io.tieout.console.approval;

import org.jspecify.annotations.NullMarked;
