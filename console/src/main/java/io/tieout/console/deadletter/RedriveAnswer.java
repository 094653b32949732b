package io.tieout.console.deadletter;

import java.util.UUID;

/// What became of redriving one dead letter.
///
/// @param answer `sent`, `would-send`, `superseded`, `refused`, `not-sent` or `unknown`
record RedriveAnswer(
        UUID id, String answer, String topic, String group, String key, String sentence) {
    static final String SUPERSEDED = "superseded";

    boolean good() {
        return answer.equals("sent") || answer.equals("would-send");
    }

    /// It can be sent, but whoever reads it will find it out of date.
    boolean superseded() {
        return answer.equals(SUPERSEDED);
    }
}
