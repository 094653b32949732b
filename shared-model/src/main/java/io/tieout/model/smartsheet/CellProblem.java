package io.tieout.model.smartsheet;

/// What is wrong with one cell, in words for the person who can mend it.
///
/// @param code stable, lower-case with dashes, such as `number-expected`
public record CellProblem(ColumnPart part, String columnTitle, String code, String message) {}
