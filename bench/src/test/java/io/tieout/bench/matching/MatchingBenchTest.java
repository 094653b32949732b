package io.tieout.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tieout.bench.ledger.Generator;
import io.tieout.bench.ledger.LedgerWriter;
import io.tieout.bench.ledger.Noise;
import io.tieout.reconcile.ledger.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
        assertThat(measure.otherOrderAutomatic()).isZero();
    }

    @Test
    void orders_are_shared_left_out_and_wrong_and_the_truth_says_which() throws IOException {
        Ledger ledger = MatchingBench.made(3000, 7, new Noise(), null);
        Map<String, Long> bills =
                ledger.books().stream()
                        .filter(line -> !line.order().isEmpty())
                        .collect(Collectors.groupingBy(Entry::order, Collectors.counting()));
        Map<String, Entry> rows =
                ledger.sheet().stream().collect(Collectors.toMap(Entry::id, line -> line));
        assertThat(bills.values()).anyMatch(count -> count > 1).anyMatch(count -> count == 1);
        assertThat(rows.values()).anyMatch(row -> row.order().isEmpty());
        assertThat(ledger.truths())
                .filteredOn(Ledger.Truth::otherOrder)
                .isNotEmpty()
                .allSatisfy(truth ->
                        assertThat(truth.sheet())
                                .anyMatch(id ->
                                        !Objects.requireNonNull(rows.get(id)).order().isEmpty()));
    }

    @Test
    void the_first_rows_of_a_ledger_have_what_belongs_to_them() throws IOException {
        Ledger ledger = MatchingBench.made(1000, 7, new Noise(), null);
        Ledger first = ledger.first(100);
        assertThat(first.sheet()).isEqualTo(ledger.sheet().subList(0, 100));
        assertThat(ledger.books()).containsAll(first.books());
        assertThat(first.truths().stream().mapToInt(truth -> truth.books().size()).sum())
                .isEqualTo(first.books().size());
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
                String.join(",", LedgerWriter.columns())
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
