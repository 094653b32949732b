package io.tieout.twin.quickbooks.rules;

/// Completes a draft or throws a fault.
@FunctionalInterface
interface Rule {
    void apply(Draft draft);
}
