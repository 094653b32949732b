/// Facts from Smartsheet: callbacks as received, rows as they are now.
@NullMarked
package io.tieout.model.smartsheet;

import org.jspecify.annotations.NullMarked;
