package io.tieout.launcher;

import io.tieout.launcher.system.Progress;
import io.tieout.launcher.system.TieoutSystem;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What the person at the keyboard reads while things start.
final class Console implements Progress {
    private final PrintStream out = System.out;

    @Override
    public synchronized void ready(String part, String address, Duration after) {
        out.printf(
                Locale.ROOT, "  %-18s ready after %5.1f s   %s%n", part, seconds(after), address);
    }

    /// How long it took until everything was ready.
    Duration started(TieoutSystem system) {
        Duration ready = system.sinceStart();
        out.printf(
                Locale.ROOT,
                "All ready after %.1f s, %d MiB of memory (PSS).%n",
                seconds(ready),
                system.pss() / 1024 / 1024);
        return ready;
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
