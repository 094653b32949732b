/// Smartsheet's API as Tieout uses it.
@NullMarked
package io.tieout.connectors.smartsheet;

import org.jspecify.annotations.NullMarked;
