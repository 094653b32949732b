/// Facts from QuickBooks: entities as they are now, or gone.
@NullMarked
package io.tieout.model.quickbooks;

import org.jspecify.annotations.NullMarked;
