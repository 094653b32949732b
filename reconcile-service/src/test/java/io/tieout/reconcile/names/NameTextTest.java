package io.tieout.reconcile.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTextTest {
    @ParameterizedTest
    @CsvSource({
        "'The Société Élan & Fils, Ltée', societe elan fils",
        "'S.C.A. Shipping', sca shipping",
        "'1 X 1 Studio', 1x1 studio",
        "'Brellow MFG Intl.', brellow manufacturing international",
        "'Inc.', inc",
        "'ﬁrst Ｎorth', first north",
        "'Straße & Sühne GmbH', strasse suhne"
    })
    void keeps_what_tells(String written, String words) {
        assertThat(String.join(" ", NameText.words(written))).isEqualTo(words);
    }
}
