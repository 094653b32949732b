package io.tieout.launcher.story;

import io.tieout.launcher.process.Await;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/// Tells a story while it happens, step by step, with the time of each.
final class Narrator {
    private static final double NANOS = 1e9;

    private final PrintStream out;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void tell(List<Step> steps) {
        int number = 0;
        for (Step step : steps) {
            number++;
            tell(number, step);
        }
    }

    private void tell(int number, Step step) {
        long began = System.nanoTime();
        out.printf(Locale.ROOT, "%2d. %s%n", number, step.sentence());
        step.action().run();
        String evidence = await(step);
        double seconds = (System.nanoTime() - began) / NANOS;
        out.printf(Locale.ROOT, "    %5.1f s  %s%n", seconds, evidence);
    }

    private static String await(Step step) {
        AtomicReference<String> evidence = new AtomicReference<>("");
        AtomicReference<NotYet> last = new AtomicReference<>(new NotYet("Nothing was seen."));
        boolean met =
                Await.until(
                        step.limit(),
                        () -> {
                            try {
                                evidence.set(step.evidence().get());
                                return true;
                            } catch (NotYet notYet) {
                                last.set(notYet);
                                return false;
                            }
                        });
        if (!met) {
            throw new StoryFailed(step, last.get());
        }
        return evidence.get();
    }
}
