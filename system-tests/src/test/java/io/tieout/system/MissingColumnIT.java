package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tieout.system.running.Gate;
import io.tieout.system.running.Running;
import io.tieout.system.running.Story;
import io.tieout.system.running.Twin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// A column that somebody deletes. A new column of that title would have another id, so the sheet
/// of costs stays out of use: no test that comes after this one reads it.
@Isolated
class MissingColumnIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void it_is_named_with_the_remedy_and_other_sheets_go_on() {
        // When
        twin.deleteColumn(Twin.COSTS, "Vendor");

        // Then
        await().untilAsserted(() ->
                assertThat(running.console().findings())
                        .anySatisfy(finding ->
                                assertThat(finding.toString())
                                        .contains("MAPPING_BROKEN", "Project Costs", "Vendor")
                                        .contains("Restore")
                                        .contains(
                                                "Nothing of this sheet is processed until then")));
        Story story = Story.of(running, "Beside");
        String row = story.row("2");
        story.ready(row);
        assertThat(story.reference(row)).startsWith("TD-");
    }
}
