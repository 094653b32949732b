package io.tieout.reconcile.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {
    @ParameterizedTest
    @CsvSource({"brellow, brelow", "brellow, brelolw", "osterlind, ostrelind", "quillet, quilet"})
    void a_slip_of_the_keyboard_leaves_words_alike(String one, String other) {
        assertThat(likeness(one, other)).isBetween(0.75, 0.99);
    }

    @ParameterizedTest
    @CsvSource({"engineering, eng", "manufacturing, manufact", "simplexgrinnell, simplex"})
    void a_word_cut_off_is_rather_alike(String one, String other) {
        assertThat(likeness(one, other)).isBetween(0.4, 0.99);
    }

    @ParameterizedTest
    @CsvSource({"brellow, tanfor", "2041, 2014", "ab, abc", "cat, car"})
    void other_words_and_other_numbers_are_not_alike(String one, String other) {
        assertThat(likeness(one, other)).isZero();
    }

    @Test
    void likeness_is_the_same_from_both_sides() {
        Random random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            String one = text(random);
            String other = random.nextInt(3) == 0 ? text(random) : one.substring(random.nextInt(2));
            assertThat(likeness(one, other)).isEqualTo(likeness(other, one));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2 + random.nextInt(9); i++) {
            text.append((char) ('a' + random.nextInt(4)));
        }
        return text.toString();
    }

    private static double likeness(String one, String other) {
        return new Word(one).likeness(new Word(other));
    }
}
