package io.tieout.audit.facts;

import io.tieout.model.quickbooks.EntityObserved;

/// An entity as audit has seen it last.
///
/// @param gone whether it was deleted, voided or merged; `observed` is then what it was before
public record KnownEntity(EntityObserved observed, boolean gone) {
    /// Whether it exists and may be used.
    public boolean usable() {
        return !gone && observed.active();
    }
}
