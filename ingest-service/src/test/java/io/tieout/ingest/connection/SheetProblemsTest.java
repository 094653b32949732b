package io.tieout.ingest.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.health.Problem;
import io.tieout.ingest.finding.Findings;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetProblemsTest {
    private static final Findings.Open DOWN =
            new Findings.Open(
                    "webhook-down",
                    new Findings.Text("No news", "Access was lost.", "Share the sheet again."));
    private static final Findings.Open BROKEN =
            new Findings.Open(
                    "mapping-broken",
                    new Findings.Text("It does not fit", "Hours was renamed.", "Rename it back."));

    @Test
    void are_none_where_the_webhook_is_on_and_the_columns_fit() {
        assertThat(SheetProblems.of(true, "ENABLED", List.of())).isEmpty();
    }

    @Test
    void are_none_where_there_shall_be_no_webhook() {
        assertThat(SheetProblems.of(true, null, List.of())).isEmpty();
    }

    @Test
    void say_what_the_findings_say() {
        assertThat(SheetProblems.of(false, "DISABLED_SCOPE_INACCESSIBLE", List.of(DOWN, BROKEN)))
                .containsExactly(
                        new Problem(
                                "mapping-broken",
                                Problem.Level.ERROR,
                                "It does not fit. Hours was renamed.",
                                "Rename it back."),
                        new Problem(
                                "webhook-down",
                                Problem.Level.WARNING,
                                "No news. Access was lost.",
                                "Share the sheet again."));
    }

    @Test
    void name_a_webhook_that_is_on_and_not_heard() {
        assertThat(SheetProblems.of(true, "ENABLED", List.of(DOWN)))
                .extracting(Problem::remedy)
                .containsExactly("Share the sheet again.");
    }

    @Test
    void are_told_before_there_is_a_finding() {
        assertThat(SheetProblems.of(false, "DISABLED_BY_OWNER", List.of()))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.remedy()).isNotBlank())
                .last()
                .satisfies(problem -> assertThat(problem.text()).contains("DISABLED_BY_OWNER"));
    }
}
