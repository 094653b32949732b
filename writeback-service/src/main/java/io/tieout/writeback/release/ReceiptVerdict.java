package io.tieout.writeback.release;

/// What a receipt is worth.
sealed interface ReceiptVerdict {
    /// It permits the effect.
    record Good() implements ReceiptVerdict {}

    /// It was good, once.
    record Late(String why) implements ReceiptVerdict {}

    /// It never permitted this effect.
    record Bad(String why) implements ReceiptVerdict {}
}
