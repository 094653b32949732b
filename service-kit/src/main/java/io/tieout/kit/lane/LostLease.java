package io.tieout.kit.lane;

/// Another copy of the service holds the lane now: what this one was about to store must not be
/// stored.
public final class LostLease extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostLease(Lane lane) {
        super("Lane %s %s is held by somebody else now".formatted(lane.kind(), lane.key()));
    }
}
