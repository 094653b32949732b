package io.tieout.reconcile.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMemoryTest {
    private static final List<NameMemory.Known> KNOWN = known();
    private final NameMemory memory = NameMemory.of(KNOWN);

    @ParameterizedTest
    @CsvSource({
        "'BRELLOW ELECTRIC', Brellow Electric Inc",
        "'Brelow Electric', Brellow Electric Inc",
        "'The Brellow Electric Company of Boston', Brellow Electric Inc",
        "'Électrique Brellow', Brellow Electric Inc",
        "'tanfor & quillet rentals', 'Tanfor & Quillet Rentals, LLC'",
        "'QUILLET TANFOR RENTALS', 'Tanfor & Quillet Rentals, LLC'",
        "'Dorvane Eng.', Dorvane Engineering GmbH",
        "'DorvaneEngineering', Dorvane Engineering GmbH",
        "'K. V. Marrin', KV Marrin Ltd"
    })
    void tells_a_name_however_it_is_written(String written, String owner) {
        assertThat(memory.find(written).owner()).isEqualTo(owner);
    }

    @ParameterizedTest
    @CsvSource({
        "Brellow Electric",
        "BRELLOW ELECTRIC INCORPORATED",
        "'Tanfor and Quillet Rentals'",
        "Dorvane Engineering"
    })
    void is_sure_of_what_differs_in_form_alone(String written) {
        assertThat(memory.find(written).isAutomatic()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Electric Company",
        "Inc",
        "Zuppelin Haulage",
        "Boston Rentals",
        "17",
        "'& Co.'",
        "'?!'"
    })
    void takes_no_stranger_for_somebody(String written) {
        assertThat(memory.find(written).isAutomatic()).isFalse();
    }

    @Test
    void two_owners_of_one_name_are_never_told_apart_by_itself() {
        NameMemory twins =
                NameMemory.of(
                        List.of(
                                new NameMemory.Known("1", "Brellow Electric Inc"),
                                new NameMemory.Known("2", "Brellow Electric LLC")));
        assertThat(twins.find("Brellow Electric").isAutomatic()).isFalse();
    }

    @Test
    void a_learned_alias_is_found_as_surely_as_a_name() {
        List<NameMemory.Known> more = new ArrayList<>(KNOWN);
        more.add(new NameMemory.Known("KV Marrin Ltd", "Harbour Lights Trading"));
        assertThat(NameMemory.of(more).find("HARBOUR LIGHTS TRADING").owner())
                .isEqualTo("KV Marrin Ltd");
        assertThat(memory.find("HARBOUR LIGHTS TRADING").isAutomatic()).isFalse();
    }

    @Test
    void the_order_of_names_makes_no_difference() {
        List<NameMemory.Known> shuffled = new ArrayList<>(KNOWN);
        Collections.shuffle(shuffled, new Random(5));
        NameMemory other = NameMemory.of(shuffled);
        for (String written : List.of("Brelow Electric", "Dorvane", "Marrin K V", "nobody")) {
            assertThat(other.find(written)).isEqualTo(memory.find(written));
        }
    }

    @Test
    void a_name_of_four_thousand_characters_is_bounded() {
        assertThat(NameText.words("Brellow ".repeat(500))).hasSizeLessThanOrEqualTo(24);
        assertThat(memory.find("x".repeat(4000)).isAutomatic()).isFalse();
        assertThat(memory.find("Brellow Electric " + "y ".repeat(2000)).owner()).isNotNull();
    }

    @Test
    void an_empty_memory_knows_nobody() {
        assertThat(NameMemory.of(List.of()).find("Brellow Electric")).isEqualTo(NameMatch.NONE);
    }

    private static List<NameMemory.Known> known() {
        List<NameMemory.Known> known = new ArrayList<>();
        for (String name :
                List.of(
                        "Brellow Electric Inc",
                        "Tanfor & Quillet Rentals, LLC",
                        "Dorvane Engineering GmbH",
                        "KV Marrin Ltd",
                        "Osterlind Paving Co",
                        "Pellagon Software",
                        "Wexcombe Steel Supply",
                        "Garrowby Freight")) {
            known.add(new NameMemory.Known(name, name));
        }
        for (int i = 0; i < 60; i++) {
            String name = syllables(new Random(i)) + " Supply Inc";
            known.add(new NameMemory.Known(name, name));
        }
        return known;
    }

    private static String syllables(Random random) {
        String[] parts = {"vor", "lan", "mis", "ket", "dul", "ran", "opi", "zet", "hum", "cas"};
        StringBuilder word = new StringBuilder("N");
        for (int i = 0; i < 4; i++) {
            word.append(parts[random.nextInt(parts.length)]);
        }
        return word.toString();
    }
}
