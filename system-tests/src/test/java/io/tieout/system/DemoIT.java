package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.launcher.story.Demo;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Running;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// What `./tieout demo` tells, checked step by step. It tells of the sample's own rows, which no
/// other test touches.
@Isolated
class DemoIT {
    private final Running running = Running.system();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void the_story_comes_true_to_its_end() {
        String result =
                new Demo(running.processes(), System.out).tell(running.processes().sinceStart());

        assertThat(result).startsWith("RESULT name=demo ok=true");
    }
}
