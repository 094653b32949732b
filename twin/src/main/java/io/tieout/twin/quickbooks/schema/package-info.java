/// Decides which properties each QuickBooks entity has, and whether a body fits them.
@NullMarked
package io.tieout.twin.quickbooks.schema;

import org.jspecify.annotations.NullMarked;
