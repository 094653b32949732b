package io.tieout.console.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tieout.console.frame.Choice;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompanyNamesTest {
    private static final CompanyNames TWO =
            new CompanyNames(Map.of("22", "Harbor Canada", "11", "Harbor Programme"));

    @Test
    void one_company_alone_is_never_told_nor_asked_for() {
        CompanyNames one = new CompanyNames(Map.of("11", "Harbor Programme"));

        assertThat(one.tell("11")).isEmpty();
        assertThat(one.choices("")).isEmpty();
    }

    @Test
    void where_there_are_several_each_is_told_by_its_name_or_else_by_its_realm() {
        assertThat(TWO.tell("22")).isEqualTo("Harbor Canada");
        assertThat(TWO.tell("33")).isEqualTo("33");
    }

    @Test
    void they_are_offered_by_name_after_all_of_them_together() {
        assertThat(TWO.choices("11"))
                .extracting(Choice::label, Choice::href, Choice::taken)
                .containsExactly(
                        tuple("All companies", "", false),
                        tuple("Harbor Canada", "22", false),
                        tuple("Harbor Programme", "11", true));
    }

    @Test
    void one_that_is_not_known_yet_is_shown_as_what_the_list_is_narrowed_to() {
        assertThat(TWO.choices("33"))
                .filteredOn(Choice::taken)
                .extracting(Choice::label)
                .containsExactly("33");
    }
}
