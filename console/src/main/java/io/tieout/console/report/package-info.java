/// Shows the variance reports that reconcile-service makes, as pages and as CSV.
@NullMarked
package io.tieout.console.report;

import org.jspecify.annotations.NullMarked;
