package io.tieout.audit.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.ProjectFields;
import org.junit.jupiter.api.Test;

class RowInputsTest {
    @Test
    void are_unchanged_while_the_values_stay_whatever_the_sheet_version() {
        RowInputs inputs = RowInputs.NONE.seen(5, hours("10")).seen(9, hours("10"));

        assertThat(inputs.unchangedSince(5)).isTrue();
        assertThat(inputs.unchangedSince(7)).isTrue();
    }

    @Test
    void are_changed_for_who_saw_them_before() {
        RowInputs inputs = RowInputs.NONE.seen(5, hours("10")).seen(9, hours("12"));

        assertThat(inputs.unchangedSince(8)).isFalse();
        assertThat(inputs.unchangedSince(9)).isTrue();
    }

    @Test
    void are_unchanged_again_when_the_old_value_is_back() {
        RowInputs inputs =
                RowInputs.NONE.seen(5, hours("10")).seen(9, hours("12")).seen(11, hours("10"));

        assertThat(inputs.unchangedSince(6)).isTrue();
        assertThat(inputs.unchangedSince(10)).isFalse();
    }

    private static ProjectFields hours(String hours) {
        return new ProjectFields("Harbor", null, Quantity.of(hours), null, null);
    }
}
