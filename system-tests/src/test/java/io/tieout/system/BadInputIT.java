package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Programme;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Bad input is normal: each gets its own clear error where the person concerned sees it, and
/// nothing is lost.
class BadInputIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void an_unknown_client_is_named_with_the_nearest_candidates_and_proceeds_once_it_exists() {
        Story story =
                Story.of(running, "Unknown", "Kestrel Dynamics " + System.nanoTime() % 100_000);
        String row = story.row("2");
        String customer = story.cell(row, "Customer");

        story.ready(row);

        JsonNode finding = awaitFinding(row, "UNKNOWN_CUSTOMER");
        assertThat(finding.findValue("candidates")).hasSize(3);
        await().untilAsserted(() -> assertThat(story.cell(row, "Tieout Notes")).contains(customer));

        twin.keep(
                "Customer",
                Map.of(
                        "DisplayName",
                        customer,
                        "BillAddr",
                        Map.of("CountrySubDivisionCode", "NY")));

        assertThat(story.reference(row)).startsWith("TD-");
    }

    @Test
    void text_in_a_number_column_is_pointed_out_on_the_row() {
        Story story = Story.of(running, "Text");
        String row = story.row(Map.of("Hours", "about six"));

        story.ready(row);

        awaitFinding(row, "INVALID_CELL");
        await().untilAsserted(() -> assertThat(story.cell(row, "Tieout Notes")).contains("Hours"));
        story.edit(row, Map.of("Hours", 6));
        assertThat(story.reference(row)).startsWith("TD-");
    }

    @Test
    void a_negative_quantity_is_refused_on_the_row() {
        Story story = Story.of(running, "Negative");
        String row = story.row(Map.of("Hours", -4));

        story.ready(row);

        awaitFinding(row, "NEGATIVE_QUANTITY");
        await().untilAsserted(() -> assertThat(story.cell(row, "Tieout Notes")).isNotEmpty());
    }

    @Test
    void hours_above_the_approved_budget_are_held_with_the_reason() {
        Story story = Story.of(running, "Budget");
        String project = "Small " + System.nanoTime();
        twin.addRow(
                Twin.PROJECTS,
                Map.of("Project", project, "Customer", "Harbor Works LLC", "Approved Hours", 10));
        String fits = story.row(Map.of("Project", project, "Hours", 8));
        String exceeds = story.row(Map.of("Project", project, "Hours", 5));

        story.ready(fits);
        story.reference(fits);
        story.ready(exceeds);

        awaitFinding(exceeds, "BUDGET_EXCEEDED");
        await().untilAsserted(() -> assertThat(story.cell(exceeds, "Tieout Notes")).contains("10"));
        assertThat(story.cell(exceeds, "Draft Reference")).isEmpty();
    }

    @Test
    void a_missing_column_is_named_with_the_remedy_and_the_sheet_goes_on_once_it_is_back() {
        try (Programme programme = Programme.of(running, "Missing column", 3)) {
            programme.removeColumn("Customer");

            await().untilAsserted(() ->
                    assertThat(programme.finding("MAPPING_BROKEN"))
                            .get()
                            .satisfies(finding ->
                                    assertThat(finding.toString())
                                            .contains(
                                                    "Missing column",
                                                    "Column \\\"Customer\\\", mapped to CUSTOMER, is no longer in the sheet",
                                                    "Restore column \\\"Customer\\\"")));
            programme.edit(0, Map.of("Status", "Ready to Bill"));
            programme.addColumn("Customer");
            programme.edit(0, Map.of("Customer", "Harbor Works LLC"));
            await().untilAsserted(() -> assertThat(programme.proposal()).isPresent());
            assertThat(programme.cell(0, "Draft Reference")).isEmpty();

            programme.accept("operator@harbor.example", programme.proposal().orElseThrow());

            await().untilAsserted(() ->
                    assertThat(programme.cell(0, "Draft Reference")).startsWith("TD-"));
            assertThat(programme.finding("MAPPING_BROKEN")).isEmpty();
        }
    }

    private JsonNode awaitFinding(String row, String kind) {
        await().untilAsserted(() -> assertThat(findings(row, kind)).isNotEmpty());
        return findings(row, kind).getFirst();
    }

    private List<JsonNode> findings(String row, String kind) {
        return running.console().findings().stream()
                .filter(finding ->
                        finding.toString().contains(row) && finding.toString().contains(kind))
                .toList();
    }
}
