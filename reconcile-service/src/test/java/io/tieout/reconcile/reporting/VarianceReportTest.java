package io.tieout.reconcile.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.RealmId;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.reporting.ReportItem.Part;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VarianceReportTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void puts_lines_side_by_side_whichever_of_them_names_the_other() {
        VarianceReport report =
                report(
                        StandingLines.row("1", "500")
                                .as(Outcome.MATCHED)
                                .with("Bill:7#1", "Bill:8#1")
                                .line(),
                        StandingLines.bill("7", "300").as(Outcome.MATCHED).with("41:1").line(),
                        StandingLines.bill("8", "200").as(Outcome.MATCHED).line());

        assertThat(report.items())
                .singleElement()
                .satisfies(item -> {
                    assertThat(item.part()).isEqualTo(Part.MATCHED);
                    assertThat(item.sheet()).hasSize(1);
                    assertThat(item.books()).hasSize(2);
                    assertThat(item.difference())
                            .isNotNull()
                            .satisfies(it -> assertThat(it.isZero()).isTrue());
                    assertThat(item.stake().readable()).isEqualTo("USD 0.00");
                });
    }

    @Test
    void shows_what_differs_first_and_the_most_expensive_of_it_on_top() {
        VarianceReport report =
                report(
                        StandingLines.row("1", "10")
                                .as(Outcome.ALONE, Category.MISSING_IN_QUICKBOOKS)
                                .line(),
                        StandingLines.row("2", "90").as(Outcome.MATCHED).line(),
                        StandingLines.row("3", "480")
                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                .with("Bill:7#1")
                                .line(),
                        StandingLines.bill("7", "500")
                                .as(Outcome.DEVIATING, Category.AMOUNT_VARIANCE)
                                .with("41:3")
                                .line(),
                        StandingLines.bill("9", "75")
                                .as(Outcome.ALONE, Category.MISSING_IN_SMARTSHEET)
                                .line());

        assertThat(report.items())
                .extracting(ReportItem::part)
                .containsExactly(Part.VARIANCE, Part.MISSING, Part.MISSING, Part.MATCHED);
        assertThat(report.items().getFirst().difference())
                .isNotNull()
                .extracting(Amount::readable)
                .isEqualTo("USD -20.00");
        assertThat(report.items().get(1).books()).hasSize(1);
        assertThat(report.counts()).containsEntry(Part.MISSING, 2).containsEntry(Part.UNSURE, 0);
        assertThat(report.open()).isEqualTo(3);
    }

    @Test
    void adds_up_per_category_and_never_hours_with_money() {
        VarianceReport report =
                report(
                        StandingLines.row("1", "10")
                                .as(Outcome.ALONE, Category.UNBILLED_LABOR)
                                .line(),
                        StandingLines.row("2", "7.5")
                                .of(EntryKind.TIMESHEET, "HRS")
                                .as(Outcome.ALONE, Category.UNBILLED_LABOR)
                                .line(),
                        StandingLines.row("3", "30")
                                .as(Outcome.ALONE, Category.UNBILLED_LABOR)
                                .line());

        assertThat(report.totals())
                .extracting(total ->
                        total.name() + " " + total.items() + " " + total.stake().readable())
                .containsExactlyInAnyOrder("Unbilled labor 2 USD 40.00", "Unbilled labor 1 7.5 h");
    }

    @Test
    void a_copy_stands_apart_from_its_original() {
        VarianceReport report =
                report(
                        StandingLines.row("1", "480").as(Outcome.MATCHED).with("Bill:7#1").line(),
                        StandingLines.bill("7", "480").as(Outcome.MATCHED).with("41:1").line(),
                        StandingLines.bill("8", "480")
                                .as(Outcome.ALONE, Category.DUPLICATE)
                                .with("Bill:7#1")
                                .line());

        assertThat(report.items())
                .extracting(ReportItem::part)
                .containsExactly(Part.VARIANCE, Part.MATCHED);
        assertThat(report.items().getFirst().name()).isEqualTo("Duplicate");
    }

    @Test
    void an_empty_project_has_an_empty_report() {
        assertThat(report().items()).isEmpty();
        assertThat(report().counts()).containsEntry(Part.MATCHED, 0);
    }

    private static VarianceReport report(Standing... lines) {
        return VarianceReport.of(
                new RealmId("1"), "Pier 7", List.of(lines), RecordNames.NONE, null, null, NOW);
    }
}
