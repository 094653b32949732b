package io.tieout.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchingBenchTest {
    @TempDir Path folder;

    @Test
    void a_made_up_ledger_is_matched_as_promised() throws IOException {
        Ledger ledger = MatchingBench.made(3000, 7, new Noise(), null);
        Measure measure = Measure.of(ledger, MatchingBench.timed(ledger).verdicts());
        assertThat(measure.precisionAutomatic()).isGreaterThanOrEqualTo(0.999);
        assertThat(measure.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(measure.categoryAccuracy()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void among_equal_amounts_nothing_is_matched_wrongly_by_itself() throws IOException {
        Ledger ledger = MatchingBench.made(3000, 8, Noise.equalOnly(), null);
        assertThat(Measure.of(ledger, MatchingBench.timed(ledger).verdicts()).falseAutomatic())
                .isZero();
    }

    @Test
    void the_same_seed_makes_the_same_files() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path other = Files.createDirectory(folder.resolve("other"));
        new Generator(3, new Noise()).write(one, 500);
        new Generator(3, new Noise()).write(other, 500);
        for (String file : new String[] {"sheet.csv", "books.csv", "truth.csv"}) {
            assertThat(other.resolve(file)).hasSameTextualContentAs(one.resolve(file));
        }
    }

    @Test
    void a_line_that_cannot_be_read_is_named() throws IOException {
        Files.writeString(
                folder.resolve("sheet.csv"),
                String.join(",", LedgerWriter.COLUMNS)
                        + "\n1,COST,A,,,,12.345,USD,2026-01-02,,,,\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ledger.read(folder))
                .withMessageContaining("sheet.csv, line 2");
    }

    @Test
    void a_missing_file_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ledger.read(folder))
                .withMessageContaining("sheet.csv is missing");
    }
}
