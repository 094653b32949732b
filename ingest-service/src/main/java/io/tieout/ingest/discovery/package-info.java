/// Decides which sheets of a workspace are Tieout's business, and which are not any more.
@NullMarked
package io.tieout.ingest.discovery;

import org.jspecify.annotations.NullMarked;
