/// Decides how a vendor's HTTP call travels through the twin: faults, handling, recording,
/// answering or hanging up.
@NullMarked
package io.tieout.twin.wire;

import org.jspecify.annotations.NullMarked;
