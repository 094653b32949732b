package io.tieout.writeback.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
    private static final String ANCHOR = "tieout:0192f0c0-0000-7000-8000-000000000001";

    @Test
    void words_that_fit_stay_as_they_are() {
        assertThat(Wording.description("Survey", ANCHOR)).isEqualTo("Survey [" + ANCHOR + "]");
    }

    @Test
    void words_that_are_too_long_are_cut_and_the_anchor_stays() {
        assertThat(Wording.description("x".repeat(4000), ANCHOR))
                .hasSize(4000)
                .endsWith("x… [" + ANCHOR + "]");
    }

    @Test
    void no_character_is_cut_in_half() {
        assertThat(Wording.description("😀".repeat(2000), ANCHOR)).contains("😀… [");
        assertThat(Wording.description("x" + "😀".repeat(2000), ANCHOR)).contains("😀… [");
    }
}
