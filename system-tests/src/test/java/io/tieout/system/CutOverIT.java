package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Programme;
import io.tieout.system.running.Running;
import io.tieout.system.running.Twin;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What was settled before Tieout came is left alone and told; what happens afterwards is billed
/// once, however often the sheet is read from the beginning.
class CutOverIT {
    private static final int ROWS = 4;

    private final Running running = Running.system();
    private final Console console = running.console();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void rows_from_before_the_cut_over_make_no_draft_and_later_ones_one_each() {
        try (Programme programme = Programme.takenOver(running, "Takeover", ROWS)) {
            await().untilAsserted(() ->
                    assertThat(programme.finding("BEFORE_CUT_OVER").orElseThrow().toString())
                            .contains(ROWS + " ready rows", "left alone"));

            programme.edit(0, Map.of("Hours", 4));
            String reference = billed(programme, 0);
            programme.backfill();
            programme.edit(1, Map.of("Hours", 5));
            String second = billed(programme, 1);
            programme.backfill();
            programme.backfill();

            await().untilAsserted(() ->
                    assertThat(programme.finding("BEFORE_CUT_OVER").orElseThrow().toString())
                            .contains("2 ready rows"));
            await().during(Duration.ofSeconds(3))
                    .untilAsserted(() -> {
                        assertThat(programme.cell(0, "Draft Reference")).startsWith(reference);
                        assertThat(programme.cell(1, "Draft Reference")).startsWith(second);
                        assertThat(programme.cell(2, "Draft Reference")).isEmpty();
                        assertThat(programme.cell(3, "Draft Reference")).isEmpty();
                    });
            assertThat(second).isNotEqualTo(reference);
            assertThat(invoices(reference)).isEqualTo(1);
            assertThat(invoices(second)).isEqualTo(1);
        }
    }

    /// Waits until the row is drafted, approves it, waits until it is posted; the draft's
    /// reference.
    private String billed(Programme programme, int row) {
        await().untilAsserted(
                        () -> assertThat(programme.cell(row, "Draft Reference")).startsWith("TD-"));
        String reference = programme.cell(row, "Draft Reference").split(" ")[0];
        console.approve(Twin.FIONA, reference);
        await().untilAsserted(() -> assertThat(programme.cell(row, "Invoice Number")).isNotEmpty());
        return reference;
    }

    private int invoices(String reference) {
        return running.twin().invoicesOf(Console.id(console.draft(reference))).size();
    }
}
