package io.tieout.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.model.topic.Services;
import io.tieout.system.running.CostCase;
import io.tieout.system.running.Gate;
import io.tieout.system.running.Http;
import io.tieout.system.running.Running;
import io.tieout.system.running.Twin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/// The weekly report of a project. Alone, because a service is started anew for it.
@Isolated
class ReportIT {
    private final Running running = Running.system();
    private final Twin twin = running.twin();
    private final CostCase costs = new CostCase(running);
    private final LocalDate day = CostCase.today().minusDays(2);

    @AfterEach
    void every_change_was_recorded_before_it_happened() {
        new Gate(running).holds();
    }

    @Test
    void it_goes_out_once_its_hour_has_come() throws IOException {
        String row = costs.row("FU-5", 77, day, CostCase.PROJECT);
        costs.awaitCell(row, CostCase.STATUS, "Missing in QB");
        Path file = running.config("finance-review.json");
        String before = Files.readString(file);
        int told = reports().size();
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("America/New_York"));
        ZonedDateTime due = now.minusMinutes(1);
        try {
            Files.writeString(file, dueAt(before, due));
            running.processes().restart(Services.RECONCILE);

            await().untilAsserted(() ->
                    assertThat(reports())
                            .hasSize(told + 1)
                            .last()
                            .satisfies(mail ->
                                    assertThat(mail.path("text").asText())
                                            .contains(due.toLocalDate().toString())
                                            .contains("Missing in QuickBooks")
                                            .contains("Budget USD 9,000.00: ")
                                            .contains("Variance report: ")));
        } finally {
            // What runs has told of this week; whoever starts anew reads the hour of the sample.
            Files.writeString(file, before);
        }
    }

    /// What was sent about the project every week, the sample's own hour included.
    private List<JsonNode> reports() {
        return twin.mails().stream()
                .filter(mail -> mail.path("subject").asText().startsWith(CostCase.PROJECT))
                .filter(mail ->
                        mail.path("text")
                                .asText()
                                .contains(
                                        "What the project sheet and QuickBooks say about "
                                                + CostCase.PROJECT))
                .toList();
    }

    private static String dueAt(String json, ZonedDateTime due) throws IOException {
        ObjectNode desk = (ObjectNode) Http.JSON.readTree(json);
        ((ObjectNode) desk.path("companies").path(0))
                .set(
                        "weekly",
                        Http.JSON
                                .createObjectNode()
                                .put("day", due.getDayOfWeek().name())
                                .put(
                                        "time",
                                        due.toLocalTime()
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .toString()));
        return Http.JSON.writeValueAsString(desk);
    }
}
