package io.tieout.writeback.intent;

import io.tieout.writeback.effect.ReleasedEffect;
import java.util.Map;

/// One way to the outside: how its calls are made and how their traces are found.
public interface Wire {
    /// Sends exactly the intent's bytes.
    ///
    /// @param effects by number
    Reply send(Intent intent, Map<Long, ReleasedEffect> effects);

    /// Searches for what the open items may have brought about. Names what it finds, nothing else.
    Reply search(Intent intent, Map<Long, ReleasedEffect> effects);
}
