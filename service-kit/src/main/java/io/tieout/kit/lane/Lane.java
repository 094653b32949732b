package io.tieout.kit.lane;

/// A lane as its present holder has it. The fence rises with each holder; who holds an old one has
/// lost the lane.
public record Lane(String kind, String key, long fence) {}
