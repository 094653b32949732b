package io.tieout.connectors.quota;

/// Who asks for a part of a quota: those who share one are served in turn. An urgent one gets ten
/// times what one gets that is not, so that it hardly notices it, and yet nobody starves.
///
/// @param urgent whether a person waits for it
public record Flow(String name, boolean urgent) {}
