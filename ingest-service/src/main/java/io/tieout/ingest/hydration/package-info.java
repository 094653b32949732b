/// Decides which rows must be read again, reads them together, and publishes what became different.
@NullMarked
package io.tieout.ingest.hydration;

import org.jspecify.annotations.NullMarked;
