/// Turns what happens in Smartsheet and QuickBooks into facts.
@NullMarked
package io.tieout.ingest;

import org.jspecify.annotations.NullMarked;
