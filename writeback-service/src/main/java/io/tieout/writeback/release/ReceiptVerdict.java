package io.tieout.writeback.release;

/// What a receipt is worth.
sealed interface ReceiptVerdict {
    /// It permits the effect.
    record Good() implements ReceiptVerdict {}

    /// It was good, once.
    record Late(String why) implements ReceiptVerdict {}

    /// Audit did not sign it: whoever sent it, audit is not asked to believe anything of it.
    record Forged(String why) implements ReceiptVerdict {}

    /// Audit signed it, but not for this effect.
    record Bad(String why) implements ReceiptVerdict {}
}
