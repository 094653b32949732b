/// QuickBooks Online's accounting API as Tieout uses it.
@NullMarked
package io.tieout.connectors.quickbooks;

import org.jspecify.annotations.NullMarked;
