package io.tieout.reconcile.matching;

import org.jspecify.annotations.Nullable;

/// One line of a document.
///
/// @param project the job that it is booked to
/// @param department the class that it is booked to
/// @param party whom the line itself names
public record BookLine(
        Measure measure,
        @Nullable String description,
        @Nullable String project,
        @Nullable String department,
        @Nullable String account,
        @Nullable String party) {}
