package io.tieout.launcher.story;

import io.tieout.launcher.port.Listener;
import io.tieout.launcher.process.Memory;
import io.tieout.launcher.system.TieoutSystem;
import io.tieout.model.topic.Services;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// Tells Harbor's story on a running system.
public final class Demo {
    private static final int MIB = 1024 * 1024;

    private final TieoutSystem system;
    private final PrintStream out;
    private final HarborStory story;

    public Demo(TieoutSystem system, PrintStream out) {
        this.system = system;
        this.out = out;
        this.story =
                new HarborStory(
                        new Twin(JsonHttp.at(system.url(Listener.TWIN))),
                        new ConsoleApi(JsonHttp.at(system.url(Listener.CONSOLE))),
                        new DeadLetter(system.kafkaAs(Services.INGEST)));
    }

    /// Tells it to its end; returns the line that sums it up.
    public String tell(Duration ready) {
        try {
            new Narrator(out).tell(story.steps());
        } catch (NotYet e) {
            throw new IllegalStateException("A step could not even begin: " + e.getMessage(), e);
        }
        Tally tally = story.tally();
        return String.format(
                Locale.ROOT,
                "RESULT name=demo ok=true drafts=%d invoices=%d held=%d exceptions=%d calls=%d ready_s=%.1f pss_mib=%d",
                tally.drafts(),
                tally.invoices(),
                tally.held(),
                tally.exceptions(),
                tally.calls(),
                ready.toMillis() / 1000.0,
                (system.pss() + Memory.ofProcess(ProcessHandle.current().pid())) / MIB);
    }

    /// What a person can do now.
    public void invite() {
        out.printf(
                """

                Pages
                  %s   console
                  %s   the twin: sheets and books, live
                  %s/q/health   and /q/metrics, on every service's port (./tieout status)
                People (password tieout-demo)
                  finance@harbor.example   approver@harbor.example   operator@harbor.example   viewer@harbor.example
                Try
                  1. Sign in as finance@harbor.example and approve draft %s.
                  2. In the twin, mark another row of the billing sheet “Ready to Bill” and watch its draft appear.
                  3. Sign in as operator@harbor.example, open Dead letters, patch the one that was cut short and redrive it.
                """,
                system.url(Listener.CONSOLE),
                system.url(Listener.TWIN),
                system.url(Listener.AUDIT),
                story.draftLeft());
    }
}
