package io.tieout.writeback.intent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.effect.EffectResult;
import io.tieout.writeback.Releases;
import io.tieout.writeback.effect.EffectEnd;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EffectProgressTest {
    @Test
    void an_effect_is_not_over_before_its_last_row() {
        assertThat(EffectProgress.of(Releases.update("e1", "x", "41", "42"), Map.of("41", done(7))))
                .isEqualTo(Optional.empty());
    }

    @Test
    void it_is_done_at_the_newest_version_of_its_rows() {
        assertThat(
                        EffectProgress.of(
                                Releases.update("e1", "x", "41", "42"),
                                Map.of("41", done(9), "42", done(8))))
                .contains(done(9));
    }

    @Test
    void it_has_failed_when_a_row_has_and_names_the_row() {
        EffectEnd end =
                EffectProgress.of(
                                Releases.update("e1", "x", "41", "42"),
                                Map.of(
                                        "41",
                                        done(9),
                                        "42",
                                        new EffectEnd.Failed("row-gone", "gone")))
                        .orElseThrow();
        assertThat(end)
                .isEqualTo(
                        new EffectEnd.Failed(
                                "row-gone", "1 of 2 rows were not written: row 42: gone"));
    }

    @Test
    void a_row_that_is_named_twice_makes_two_parts() {
        assertThat(Parts.of(Releases.update("e1", "x", "41", "41"))).containsExactly("41", "41+");
    }

    private static EffectEnd done(long version) {
        return new EffectEnd.Done(new EffectResult.RowsUpdated(Releases.SHEET, version));
    }
}
