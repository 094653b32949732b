/// Decides whether each mapped sheet has a webhook that is alive.
@NullMarked
package io.tieout.ingest.subscription;

import org.jspecify.annotations.NullMarked;
