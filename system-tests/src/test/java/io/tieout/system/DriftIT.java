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

/// A sheet whose columns change is neither read nor written until it is clear what they mean.
class DriftIT {
    private static final String OLGA = "operator@harbor.example";

    private final Running running = Running.system();
    private final Console console = running.console();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void a_renamed_column_stops_reading_and_writing_until_a_person_accepts_it() {
        try (Programme programme = Programme.of(running, "Drift", 6)) {
            programme.edit(0, Map.of("Status", "Ready to Bill"));
            await().untilAsserted(() ->
                    assertThat(programme.cell(0, "Draft Reference")).startsWith("TD-"));
            String reference = programme.cell(0, "Draft Reference").split(" ")[0];

            programme.rename("Hours", "Time spent");
            await().untilAsserted(() -> assertThat(programme.proposal()).isPresent());
            console.approve(Twin.FIONA, reference);
            programme.edit(1, Map.of("Status", "Ready to Bill"));
            await().untilAsserted(() ->
                    assertThat(
                                    running.twin()
                                            .invoicesOf(
                                                    Console.id(
                                                            console.byReference(reference)
                                                                    .orElseThrow())))
                            .hasSize(1));
            await().during(Duration.ofSeconds(3))
                    .untilAsserted(() -> {
                        assertThat(programme.cell(0, "Invoice Number")).isEmpty();
                        assertThat(programme.cell(1, "Draft Reference")).isEmpty();
                    });

            String proposal = programme.proposal().orElseThrow();
            assertThat(programme.accept(Twin.PAULA, proposal)).isIn(401, 403);
            assertThat(programme.accept(OLGA, proposal)).isEqualTo(202);

            await().untilAsserted(
                            () -> assertThat(programme.cell(0, "Invoice Number")).isNotEmpty());
            await().untilAsserted(() ->
                    assertThat(programme.cell(1, "Draft Reference")).startsWith("TD-"));
            await().untilAsserted(() -> assertThat(programme.finding("MAPPING_BROKEN")).isEmpty());
        }
    }

    @Test
    void a_retyped_column_stops_a_sheet_until_a_person_accepts_it() {
        try (Programme programme = Programme.of(running, "Retyped", 6)) {
            programme.retype("Customer", "PICKLIST");
            await().untilAsserted(() -> assertThat(programme.proposal()).isPresent());
            assertThat(programme.finding("MAPPING_BROKEN").orElseThrow().toString())
                    .contains("was of type TEXT_NUMBER and is of type PICKLIST now");
            programme.edit(0, Map.of("Status", "Ready to Bill"));
            remainsUndrafted(programme, 0);

            assertThat(programme.accept(OLGA, programme.proposal().orElseThrow())).isEqualTo(202);

            await().untilAsserted(() ->
                    assertThat(programme.cell(0, "Draft Reference")).startsWith("TD-"));
            await().untilAsserted(() -> assertThat(programme.finding("MAPPING_BROKEN")).isEmpty());
        }
    }

    @Test
    void columns_whose_contents_change_places_stop_a_sheet_at_once_until_a_person_accepts_it() {
        try (Programme programme = Programme.of(running, "Swapped", 6)) {
            String project = programme.cell(0, "Project");
            String customer = programme.cell(0, "Customer");
            for (int row = 0; row < 6; row++) {
                programme.edit(row, Map.of("Customer", project, "Project", customer));
            }
            await().untilAsserted(() -> assertThat(programme.proposal()).isPresent());
            assertThat(programme.finding("MAPPING_BROKEN").orElseThrow().toString())
                    .contains("\\\"Customer\\\"", "\\\"Project\\\"");
            programme.edit(0, Map.of("Status", "Ready to Bill"));
            remainsUndrafted(programme, 0);

            assertThat(programme.accept(OLGA, programme.proposal().orElseThrow())).isEqualTo(202);

            await().untilAsserted(() ->
                    assertThat(programme.cell(0, "Draft Reference")).startsWith("TD-"));
            String reference = programme.cell(0, "Draft Reference").split(" ")[0];
            assertThat(console.byReference(reference).orElseThrow().toString())
                    .contains("Harbor Works LLC");
            await().untilAsserted(() -> assertThat(programme.finding("MAPPING_BROKEN")).isEmpty());
        }
    }

    @Test
    void one_row_with_cells_in_the_wrong_columns_is_bad_input_and_stops_no_sheet() {
        try (Programme programme = Programme.of(running, "Slip", 6)) {
            programme.edit(
                    0,
                    Map.of(
                            "Customer",
                            programme.cell(0, "Project"),
                            "Project",
                            programme.cell(0, "Customer"),
                            "Status",
                            "Ready to Bill"));
            programme.edit(1, Map.of("Status", "Ready to Bill"));

            await().untilAsserted(() ->
                    assertThat(programme.cell(1, "Draft Reference")).startsWith("TD-"));
            await().untilAsserted(() ->
                    assertThat(programme.cell(0, "Tieout Notes")).contains("customer"));
            assertThat(programme.finding("MAPPING_BROKEN")).isEmpty();
        }
    }

    private static void remainsUndrafted(Programme programme, int row) {
        await().during(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(programme.cell(row, "Draft Reference")).isEmpty());
    }
}
