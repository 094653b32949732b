package io.tieout.bench.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.names.NameMemory.Known;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrigramBaselineTest {
    private final TrigramBaseline baseline =
            new TrigramBaseline(
                    List.of(
                            new Known("Atlas Electric", "Atlas Electric"),
                            new Known("Atlas Electric", "Atlas Elec"),
                            new Known("Brellow Paving", "Brellow Paving"),
                            new Known("Brellow Pavers", "Brellow Pavers")));

    @Test
    void a_known_name_is_its_owner_by_itself_whatever_the_case() {
        assertThat(baseline.find("ATLAS ELECTRIC"))
                .isEqualTo(new TrigramBaseline.Answer("Atlas Electric", true));
    }

    @Test
    void another_name_of_the_same_owner_takes_nothing_from_the_margin() {
        assertThat(baseline.find("Atlas Elec"))
                .isEqualTo(new TrigramBaseline.Answer("Atlas Electric", true));
    }

    @Test
    void what_is_as_near_to_two_owners_is_for_a_person() {
        assertThat(baseline.find("Brellow Pav").automatic()).isFalse();
    }

    @Test
    void what_is_only_a_little_alike_is_for_a_person() {
        TrigramBaseline.Answer answer = baseline.find("Atlas Shipping and Haulage");
        assertThat(answer.owner()).isEqualTo("Atlas Electric");
        assertThat(answer.automatic()).isFalse();
    }

    @Test
    void what_has_nothing_in_common_with_any_is_nobody() {
        assertThat(baseline.find("Quxzy")).isEqualTo(new TrigramBaseline.Answer(null, false));
    }

    @Test
    void rare_trigrams_say_more_than_common_ones() {
        TrigramBaseline works =
                new TrigramBaseline(
                        List.of(
                                new Known("One", "Zorn Works"),
                                new Known("Two", "Bell Works"),
                                new Known("Three", "Dahl Works"),
                                new Known("Four", "Finn Works")));
        assertThat(works.find("Zorn Wks").owner()).isEqualTo("One");
    }
}
