package io.tieout.reconcile.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {
    @ParameterizedTest
    @CsvSource({
        "48600, 46800, TRANSPOSED_DIGITS",
        "10, 100, SLIPPED_DECIMAL",
        "48600, 4860000, SLIPPED_DECIMAL",
        "48600, -48600, WRONG_SIGN",
        "48600, 48700, ",
        "48600, 48600, ",
        "0, 48600, ",
        "48600, -4860, "
    })
    void names_how_an_amount_was_mistyped(long one, long other, Slip slip) {
        assertThat(Slip.between(one, other)).isEqualTo(slip);
        assertThat(Slip.between(other, one)).isEqualTo(slip);
    }

    @Test
    void lists_what_an_amount_may_have_been_typed_for() {
        assertThat(Slip.variants(4860)).contains(8460L, 4680L, 4806L, 48600L, 486L, -4860L);
        for (long variant : Slip.variants(48_612)) {
            assertThat(Slip.between(variant, 48_612)).isNotNull();
        }
    }

    @Test
    void knows_the_same_day_of_another_year() {
        assertThat(Slip.isOtherYear(20_000, 20_365)).isTrue();
        assertThat(Slip.isOtherYear(20_366, 20_000)).isTrue();
        assertThat(Slip.isOtherYear(20_000, 20_300)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'# inv-00417', INV417", "'AE 2210', AE2210", "0, 0", "'', ''", "'0000', 0"})
    void a_document_number_is_its_letters_and_digits(String written, String key) {
        assertThat(Entry.referenceKey(written)).isEqualTo(key);
    }
}
