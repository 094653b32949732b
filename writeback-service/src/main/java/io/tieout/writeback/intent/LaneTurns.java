package io.tieout.writeback.intent;

import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.error.TransientFailure;
import io.tieout.kit.lane.LaneResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Adds up the turns of a lane's intents to what the lane does next. Used by one thread.
public final class LaneTurns {
    private static final ErrorCode VENDOR_OUT_OF_REACH = new ErrorCode("vendor-out-of-reach");

    private @Nullable Instant due;
    private boolean unsettled;

    private Turn.@Nullable Paused paused;

    /// Throws when the lane has to be tried again as a whole.
    public void add(Turn turn) {
        switch (turn) {
            case Turn.Settled _ -> {}
            case Turn.Later(Instant at) -> {
                unsettled = true;
                due = due == null || at.isBefore(due) ? at : due;
            }
            case Turn.Paused pause -> paused = pause;
            case Turn.Failing(String why) ->
                    throw new TransientFailure(VENDOR_OUT_OF_REACH, why, null);
        }
    }

    public boolean isPaused() {
        return paused != null;
    }

    /// Whether a call is still open.
    public boolean isUnsettled() {
        return unsettled;
    }

    public LaneResult result() {
        if (paused != null) {
            return LaneResult.paused(paused.until(), paused.why());
        }
        return due == null ? LaneResult.idle() : LaneResult.again(due);
    }
}
