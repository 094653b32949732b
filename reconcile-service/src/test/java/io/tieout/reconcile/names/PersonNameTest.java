package io.tieout.reconcile.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.names.PersonName.Likeness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tan, Vic               | Vic Tan     | SAME",
                "VIC  TAN               | Vic Tan     | SAME",
                "Élodie Nuñez           | elodie nunez | SAME",
                "vic.tan@harbor.example | Vic Tan     | SAME",
                "pm@harbor.example      | Vic Tan     | SAME",
                "''                     | Vic Tan     | SAME",
                "V. Tan                 | Vic Tan     | UNSURE",
                "Vic                    | Vic Tan     | UNSURE",
                "Victor Tan             | Vic Tan     | UNSURE",
                "Nora Qiunn             | Nora Quinn  | UNSURE",
                "Ana Tan                | Vic Tan     | OTHER",
                "Vic Wu                 | Vic Tan     | OTHER",
                "Nora Quinn             | Sam Okafor  | OTHER",
                "ana.wu@harbor.example  | Vic Tan     | OTHER"
            })
    void two_names_are_of_one_person_of_others_or_not_surely_of_one(
            String one, String other, Likeness likeness) {
        assertThat(PersonName.of(one).likeness(PersonName.of(other))).isEqualTo(likeness);
        assertThat(PersonName.of(other).likeness(PersonName.of(one))).isEqualTo(likeness);
    }
}
