package io.tieout.bench.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.names.NameMemory.Known;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTest {
    @TempDir Path folder;
    private Path pairs = Path.of("");
    private Path distractors = Path.of("");

    @BeforeEach
    void write() throws IOException {
        pairs = folder.resolve("pairs.csv");
        Files.writeString(
                pairs,
                """
                canonical_name,name
                Atlas Electric,ATLAS ELECTRIC INC
                Atlas Electric,Atlas Elec.
                Atlas Electric,Atlas Elec Co
                Société Générale,Soc. Générale
                Société Générale,SocGen
                "Brellow & Sons, Ltd","Brellow and Sons"
                "Brellow & Sons, Ltd",Brellow Sons Ltd
                """);
        distractors = folder.resolve("distractors.txt");
        Files.writeString(distractors, "Nobody Inc\nNo One Ltd\n");
    }

    /// The digests were computed by another program.
    @Test
    void canonical_names_and_those_whose_digest_ends_in_a_0_bit_are_memory() throws IOException {
        Labelled labelled = Labelled.read(pairs, distractors, 1, 0);

        assertThat(labelled.known())
                .containsExactlyInAnyOrder(
                        new Known("Atlas Electric", "Atlas Electric"),
                        new Known("Atlas Electric", "ATLAS ELECTRIC INC"),
                        new Known("Société Générale", "Société Générale"),
                        new Known("Société Générale", "Soc. Générale"),
                        new Known("Brellow & Sons, Ltd", "Brellow & Sons, Ltd"),
                        new Known("Brellow & Sons, Ltd", "Brellow and Sons"));
        assertThat(labelled.asked())
                .containsExactly(
                        new Known("Atlas Electric", "Atlas Elec."),
                        new Known("Atlas Electric", "Atlas Elec Co"),
                        new Known("Société Générale", "SocGen"),
                        new Known("Brellow & Sons, Ltd", "Brellow Sons Ltd"));
        assertThat(labelled.strangers()).containsExactly("Nobody Inc", "No One Ltd");
    }

    @Test
    void no_name_is_both_known_and_asked() throws Exception {
        StringBuilder many = new StringBuilder("canonical_name,name\n");
        for (int i = 0; i < 500; i++) {
            many.append("Company %d,Name %d\n".formatted(i % 50, i));
        }
        Files.writeString(pairs, many);

        Labelled labelled = Labelled.read(pairs, distractors, 1, 0);

        assertThat(labelled.asked()).doesNotContainAnyElementsOf(labelled.known());
        assertThat(labelled.known().size() + labelled.asked().size()).isEqualTo(550);
        for (Known asked : labelled.asked()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(asked.name().getBytes(StandardCharsets.UTF_8));
            assertThat(digest[31] & 1).isOne();
        }
    }

    @Test
    void parts_have_companies_as_wholes_and_are_all_together() throws IOException {
        List<Known> asked = new ArrayList<>();
        List<Known> known = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            Labelled some = Labelled.read(pairs, distractors, 3, part);
            asked.addAll(some.asked());
            known.addAll(some.known());
        }
        Labelled all = Labelled.read(pairs, distractors, 1, 0);
        assertThat(asked).containsExactlyInAnyOrderElementsOf(all.asked());
        assertThat(known).containsExactlyInAnyOrderElementsOf(all.known());
    }
}
