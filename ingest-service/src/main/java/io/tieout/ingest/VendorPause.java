package io.tieout.ingest;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.kit.lane.LaneResult;
import java.time.Duration;
import java.time.Instant;

/// What a lane does when a vendor call failed: wait as long as the vendor asks, or fail and be
/// tried again with growing delay.
public final class VendorPause {
    // Short, because it costs no call: that the connection is lost stands in our own table.
    private static final Duration UNTIL_RECONNECTED = Duration.ofSeconds(5);

    private VendorPause() {}

    /// The pause; throws the exception again when the fault asks for none.
    public static LaneResult of(VendorException failure, Instant now) {
        return switch (failure.fault()) {
            case VendorFault.Throttled throttled ->
                    LaneResult.paused(throttled.until(), failure.errorCode());
            case VendorFault.Unauthorized _ ->
                    LaneResult.paused(now.plus(UNTIL_RECONNECTED), failure.errorCode());
            case VendorFault.Transient _,
                    VendorFault.StaleObject _,
                    VendorFault.NotFound _,
                    VendorFault.Refused _ ->
                    throw failure;
        };
    }
}
