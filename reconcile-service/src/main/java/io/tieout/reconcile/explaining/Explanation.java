package io.tieout.reconcile.explaining;

/// A discrepancy in sentences.
///
/// @param by such as `model:gpt-4o-mini`
public record Explanation(String text, String by) {}
