package io.tieout.connectors.call;

import io.tieout.connectors.fault.VendorFault;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Tells success from failure in one vendor's answers; pure.
@FunctionalInterface
public interface FaultReader {
    /// The fault in this answer, or null when it is a success.
    @Nullable VendorFault read(CallSpec call, VendorAnswer answer, Instant now);
}
