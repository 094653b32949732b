package io.tieout.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ResultTest {
    @Test
    void is_one_line_in_the_order_it_was_said() {
        assertThat(new Result("economy").with("rows", 1000).with("ratio", 0.95999, 3))
                .hasToString("RESULT name=economy rows=1000 ratio=0.959");
    }

    @Test
    void refuses_a_value_that_a_program_would_split() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Result("economy").with("scenario", "two words"))
                .withMessageContaining("scenario");
    }
}
