package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.system.running.CostCase;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Programme;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
            await().untilAsserted(() -> assertThat(programme.finding("MAPPING_BROKEN")).isEmpty());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadable")
    void a_cost_row_that_cannot_be_read_says_so_until_it_is_mended(
            String what, String column, Object bad, String words) {
        CostCase costs = new CostCase(running);
        Object good =
                switch (column) {
                    case "Actual Cost" -> 314.15;
                    case "Date" -> CostCase.today().minusDays(2).toString();
                    default -> costs.vendor();
                };
        costs.bill("KM-90", 314.15, CostCase.today().minusDays(2), CostCase.PROJECT_ID);

        String row = costs.row(314.15, Map.of(column, bad, "Document Number", "KM-90"));

        JsonNode finding = awaitFinding(row, "INVALID_CELL");
        assertThat(finding.toString()).contains(column + " cannot be read").contains(words);
        costs.awaitCell(row, CostCase.STATUS, "Variance - Review");
        assertThat(costs.cell(row, CostCase.FINER)).isEqualTo("Invalid cell");
        assertThat(costs.cell(row, CostCase.NOTES)).startsWith(column + ": ").contains(words);
        assertThat(running.console().matches()).noneMatch(match -> match.toString().contains(row));

        twin.edit(Twin.COSTS, row, Twin.PAULA, Map.of(column, good));

        costs.awaitCell(row, CostCase.STATUS, "Matched");
        await().untilAsserted(() -> assertThat(findings(row, "INVALID_CELL")).isEmpty());
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of(
                        "an amount of 1e300, which Smartsheet takes for text",
                        "Actual Cost",
                        "1e300",
                        "is text, not a number"),
                Arguments.of(
                        "the largest amount that Smartsheet keeps",
                        "Actual Cost",
                        9_007_199_254_740_992L,
                        "is too large"),
                Arguments.of(
                        "an amount in words",
                        "Actual Cost",
                        "about three hundred",
                        "is text, not a number"),
                Arguments.of("a date in 1900", "Date", "1900-01-01", "is too far away"),
                Arguments.of("a date in words", "Date", "next week", "is text, not a date"),
                Arguments.of(
                        "a vendor of 4,000 characters",
                        "Vendor",
                        "Kestrel ".repeat(500).strip() + "!",
                        "no name in QuickBooks has more than 500"));
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
