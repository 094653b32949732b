package io.tieout.writeback.intent;

import org.jspecify.annotations.Nullable;

/// One item of a call.
///
/// @param effect the number of the effect
/// @param part empty for a whole effect; the row's id for one row of an effect that writes several
/// @param bId how a batch names it
public record IntentItem(int position, long effect, String part, @Nullable String bId) {
    /// The part that is a whole effect.
    public static final String WHOLE = "";
}
