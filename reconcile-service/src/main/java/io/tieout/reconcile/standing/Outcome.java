package io.tieout.reconcile.standing;

/// What is said of a line.
public enum Outcome {
    /// It is its counterparts, surely.
    MATCHED,
    /// It is probably its counterparts: a person looks.
    PROPOSED,
    /// It is its counterparts and differs from them.
    DEVIATING,
    /// Several fit equally well.
    TIED,
    /// Nothing on the other side is it.
    ALONE
}
