package io.tieout.invoice.drafts;

/// What to do about a group's open draft, given what could be drafted now.
enum Step {
    /// No draft, and nothing to draft.
    NOTHING,
    /// Make a new draft.
    BEGIN,
    /// The draft says what it should.
    KEEP,
    /// Send a new revision.
    REVISE,
    /// Nothing is left to bill: take it back.
    WITHDRAW,
    /// Close the draft and make a new one from the books as they are now.
    RENEW,
    /// Audit has to answer first, or an effect to end; its state wakes the lane.
    WAIT
}
