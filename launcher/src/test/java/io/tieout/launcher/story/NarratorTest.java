package io.tieout.launcher.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NarratorTest {
    private final ByteArrayOutputStream told = new ByteArrayOutputStream();
    private final Narrator narrator =
            new Narrator(new PrintStream(told, true, StandardCharsets.UTF_8));

    @Test
    void a_step_is_told_with_what_came_of_it() {
        narrator.tell(List.of(Step.awaiting("A draft appears.", () -> "TD-000001 r1.")));

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains("1. A draft appears.")
                .contains("TD-000001 r1.");
    }

    @Test
    void an_action_is_done_once_however_long_its_effect_takes() {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();

        narrator.tell(
                List.of(
                        Step.of(
                                "Paula marks a row.",
                                done::incrementAndGet,
                                () -> {
                                    NotYet.unless(looks.incrementAndGet() == 3, "No draft yet.");
                                    return "There it is.";
                                })));

        assertThat(done).hasValue(1);
        assertThat(looks).hasValue(3);
    }

    @Test
    void a_step_that_does_not_come_true_ends_the_story_and_says_what_was_seen_instead() {
        List<String> later = new ArrayList<>();
        Step never =
                new Step(
                        "A draft appears.",
                        Duration.ofMillis(120),
                        () -> {},
                        () -> {
                            throw new NotYet("The draft references are [].");
                        });

        assertThatThrownBy(() ->
                        narrator.tell(
                                List.of(
                                        never,
                                        Step.of(
                                                "Fiona approves it.",
                                                () -> later.add("approved"),
                                                () -> ""))))
                .isInstanceOf(StoryFailed.class)
                .hasMessageContaining("A draft appears.")
                .hasMessageContaining("The draft references are [].");
        assertThat(later).isEmpty();
    }
}
