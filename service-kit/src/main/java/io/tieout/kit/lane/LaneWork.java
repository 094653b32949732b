package io.tieout.kit.lane;

/// What is done in the lanes of one kind: collect what is due, call outside, store the result. Runs
/// outside transactions, one holder at a time per lane.
public interface LaneWork {
    /// The kind of lanes that this work serves.
    String kind();

    /// Works off what is due. An exception means: try again later, with growing delay; it never
    /// loses work.
    LaneResult run(Lane lane);
}
