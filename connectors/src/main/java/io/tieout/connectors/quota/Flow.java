package io.tieout.connectors.quota;

/// Who asks for a part of a quota: those who share one are served in turn, urgent ones before
/// others.
///
/// @param urgent whether a person waits for it
public record Flow(String name, boolean urgent) {}
