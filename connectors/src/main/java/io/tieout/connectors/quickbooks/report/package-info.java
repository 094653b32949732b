/// Understands QuickBooks' reports: rows within rows over columns that name themselves.
@NullMarked
package io.tieout.connectors.quickbooks.report;

import org.jspecify.annotations.NullMarked;
