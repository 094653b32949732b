package io.tieout.reconcile.engine;

/// How sure a match is.
public enum Band {
    /// Stands without a person.
    AUTOMATIC,
    /// A person should look.
    PROPOSED,
    /// Nothing is claimed.
    NONE
}
