package io.tieout.console.queue;

import java.time.Instant;

/// One step in the life of an exception.
///
/// @param who e-mail address of a person, or the name of a service
/// @param what in a few words
/// @param words a comment, a reason or what the finding says, or empty
public record Moment(Instant at, String who, String what, String words) {}
