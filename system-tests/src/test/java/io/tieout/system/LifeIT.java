package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.system.running.Console;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What happens to a draft when its rows change at every point of its life.
class LifeIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final Console console = running.console();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void a_late_row_joins_the_open_draft_as_a_new_revision() {
        Story story = Story.of(running, "Late");
        String first = story.row("2");
        story.ready(first);
        String reference = story.reference(first);

        String late = story.row("3");
        story.ready(late);

        story.awaitRevision(first, reference, 2);
        story.awaitRevision(late, reference, 2);
        console.approve(Twin.FIONA, reference);
        assertThat(story.invoiceNumber(late)).isEqualTo(story.invoiceNumber(first));
    }

    @Test
    void a_row_that_comes_after_the_invoice_opens_the_next_draft() {
        Story story = Story.of(running, "Next");
        String first = story.row("2");
        story.ready(first);
        String reference = story.reference(first);
        console.approve(Twin.FIONA, reference);
        String number = story.invoiceNumber(first);

        String late = story.row("3");
        story.ready(late);
        String next = story.reference(late);
        console.approve(Twin.FIONA, next);

        assertThat(next).isNotEqualTo(reference);
        assertThat(story.invoiceNumber(late)).isNotEqualTo(number);
    }

    @Test
    void a_row_taken_back_leaves_the_draft() {
        Story story = Story.of(running, "Taken back");
        String stays = story.row("2");
        String leaves = story.row("3");
        story.ready(stays);
        story.ready(leaves);
        String reference = story.reference(List.of(stays, leaves));
        int before = story.revision(leaves);

        story.edit(leaves, Map.of("Status", "In Progress"));

        await().untilAsserted(() -> assertThat(revision(reference)).isGreaterThan(before));
        console.approve(Twin.FIONA, reference);
        story.invoiceNumber(stays);
        assertThat(story.cell(leaves, "Invoice Number")).isEmpty();
    }

    @Test
    void an_edit_after_the_approval_voids_it() {
        Story story = Story.of(running, "Edited");
        String row = story.row("300");
        story.ready(row);
        String reference = story.reference(row);
        console.approve(Twin.FIONA, reference);

        story.edit(row, Map.of("Hours", 301));

        story.awaitRevision(row, reference, 2);
        String proposal = Console.id(console.draft(reference));
        await().untilAsserted(() -> {
            JsonNode state = console.proposal(proposal);
            assertThat(Console.status(state)).isEqualTo("AWAITING_APPROVAL");
            assertThat(Console.revision(state)).isEqualTo(2);
            assertThat(state.path("approvalsGiven")).isEmpty();
        });
        console.approve(Twin.FIONA, reference);
        console.approve(Twin.ARTHUR, reference);
        story.invoiceNumber(row);
        JsonNode invoice = twin.invoicesOf(proposal).getFirst();
        assertThat(
                        invoice.path("Line")
                                .get(0)
                                .path("SalesItemLineDetail")
                                .path("Qty")
                                .decimalValue())
                .isEqualByComparingTo("301");
    }

    @Test
    void an_edit_after_posting_changes_nothing_and_is_pointed_out() {
        Story story = Story.of(running, "Posted");
        String row = story.row("2");
        story.ready(row);
        String reference = story.reference(row);
        console.approve(Twin.FIONA, reference);
        story.invoiceNumber(row);

        story.edit(row, Map.of("Hours", 20));

        await().untilAsserted(() ->
                assertThat(
                                console.findings().stream()
                                        .filter(finding -> finding.toString().contains(row))
                                        .map(JsonNode::toString))
                        .anyMatch(text -> text.contains("ROW_CHANGED_AFTER_POSTING")));
        assertThat(story.cell(row, "Draft Reference")).startsWith(reference);
    }

    @Test
    void a_rejected_row_is_drafted_again_only_when_marked_ready_again() {
        Story story = Story.of(running, "Rejected");
        String row = story.row("2");
        story.ready(row);
        String reference = story.reference(row);
        await().untilAsserted(() ->
                assertThat(
                                console.decide(
                                                Twin.FIONA,
                                                console.draft(reference),
                                                "REJECTED",
                                                "Wrong month")
                                        .statusCode())
                        .isBetween(200, 299));
        await().untilAsserted(() ->
                assertThat(Console.status(console.draft(reference))).isEqualTo("REJECTED"));

        story.takeBack(row);
        story.ready(row);

        await().untilAsserted(() ->
                assertThat(story.cell(row, "Draft Reference"))
                        .startsWith("TD-")
                        .doesNotStartWith(reference));
        console.approve(Twin.FIONA, story.reference(row));
        story.invoiceNumber(row);
    }

    @Test
    void a_row_marked_ready_a_second_time_on_purpose_is_billed_a_second_time() {
        Story story = Story.of(running, "Twice");
        String row = story.row("2");
        story.ready(row);
        console.approve(Twin.FIONA, story.reference(row));
        String first = story.invoiceNumber(row);
        await().untilAsserted(
                        () -> assertThat(story.cell(row, "Invoice Status")).isEqualTo("Posted"));

        String firstReference = story.reference(row);
        story.takeBack(row);
        story.edit(row, Map.of("Status", "Ready to Bill", "Work Date", "2026-11-19"));

        await().untilAsserted(() ->
                assertThat(story.cell(row, "Draft Reference"))
                        .startsWith("TD-")
                        .doesNotStartWith(firstReference));
        console.approve(Twin.FIONA, story.reference(row));
        await().untilAsserted(() ->
                assertThat(story.cell(row, "Invoice Number")).isNotEmpty().isNotEqualTo(first));
    }

    private int revision(String reference) {
        return Console.revision(console.draft(reference));
    }
}
