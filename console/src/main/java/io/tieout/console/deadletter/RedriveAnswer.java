package io.tieout.console.deadletter;

import java.util.UUID;

/// What became of redriving one dead letter.
///
/// @param answer `sent`, `would-send`, `refused`, `not-sent` or `unknown`
record RedriveAnswer(
        UUID id, String answer, String topic, String group, String key, String sentence) {
    boolean good() {
        return answer.equals("sent") || answer.equals("would-send");
    }
}
