package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a draft refers to may be gone by the time it is posted.
class StaleReferenceIT {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Running running = Running.system();
    private final Twin twin = running.twin();

    @Test
    void a_draft_whose_customer_was_made_inactive_says_so_and_is_made_anew_when_it_is_back() {
        // Given
        String name = "Breakwater Partners";
        String customer =
                twin.keep("customer", Map.of("DisplayName", name, "Taxable", false))
                        .at("/Customer/Id")
                        .asText();
        Story story = Story.of(running, "Stale", name);
        String row = story.row(Map.of("Hours", 3, "Service", "Project Management"));
        story.ready(row);
        String first = story.reference(row);

        // When
        twin.keep("customer", Map.of("Id", customer, "Active", false));
        running.console().approve(Twin.FIONA, first);

        // Then
        await().atMost(MINUTE)
                .untilAsserted(
                        () -> assertThat(story.cell(row, "Tieout Notes")).contains("inactive"));
        assertThat(running.console().findings())
                .noneMatch(finding ->
                        finding.toString().contains("EFFECT_FAILED")
                                && finding.toString().contains(first));
        twin.keep("customer", Map.of("Id", customer, "Active", true));
        await().atMost(MINUTE)
                .untilAsserted(() ->
                        assertThat(story.cell(row, "Draft Reference"))
                                .startsWith("TD-")
                                .doesNotStartWith(first));
        running.console().approve(Twin.FIONA, story.reference(row));
        story.invoiceNumber(row);
        assertThat(twin.invoices())
                .filteredOn(one -> one.at("/CustomerRef/value").asText().equals(customer))
                .hasSize(1);
    }
}
