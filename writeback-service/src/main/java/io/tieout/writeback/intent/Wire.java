package io.tieout.writeback.intent;

/// One way to the outside: how its calls are made and how their traces are found.
public interface Wire {
    /// Sends exactly the intent's bytes.
    Reply send(Intent intent, CallEffects effects);

    /// Searches for what the open items may have brought about. Names what it finds, nothing else.
    Reply search(Intent intent, CallEffects effects);
}
