package io.tieout.reconcile.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.EntityId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.desk.ReviewDesk;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.matching.BookDocument;
import io.tieout.reconcile.matching.Measure;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentDecisionTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-03");
    private final BookDocument bill =
            new BookDocument(
                    EntityType.BILL,
                    new EntityId("145"),
                    "Atlas Electric",
                    "AE-77",
                    null,
                    DAY,
                    new Measure(new BigDecimal("480.00"), "USD"),
                    List.of());

    @Test
    void a_document_that_rows_stand_for_is_in_order() {
        assertThat(of(bill, line(Outcome.MATCHED, null)).kind()).isNull();
    }

    @Test
    void a_document_that_is_gone_is_in_order() {
        assertThat(of(null, line(Outcome.ALONE, Category.MISSING_IN_SMARTSHEET)).kind()).isNull();
    }

    @Test
    void names_the_document_the_amount_the_project_and_what_came_nearest() {
        DocumentDecision decision = of(bill, line(Outcome.ALONE, Category.MISSING_IN_SMARTSHEET));

        assertThat(decision.kind()).isEqualTo(FindingKind.MISSING_IN_SMARTSHEET);
        assertThat(decision.title())
                .isEqualTo(
                        "Atlas Electric: Bill AE-77 of 2026-11-03, USD 480.00 is missing in"
                                + " Smartsheet");
        assertThat(decision.detail())
                .isEqualTo(
                        "USD 480.00 for Pier 7: no row of a sheet is it. Nearest is Harbor"
                                + " Project Costs, row 12: amount is another.");
    }

    @Test
    void a_copy_comes_before_all_else() {
        DocumentDecision decision =
                of(
                        bill,
                        line(Outcome.ALONE, Category.MISSING_IN_SMARTSHEET),
                        line(Outcome.ALONE, Category.DUPLICATE));

        assertThat(decision.kind()).isEqualTo(FindingKind.DUPLICATE);
    }

    private static DocumentDecision of(@Nullable BookDocument document, Standing... lines) {
        return DocumentDecision.of(
                document,
                List.of(lines),
                new RecordNames(Map.of("41:1", RecordName.row("Harbor Project Costs", 12))),
                ReviewDesk.NONE);
    }

    private static Standing line(Outcome outcome, @Nullable Category category) {
        return new Standing(
                "Bill:145",
                EntryKind.BILL,
                null,
                new Standing.DocumentRef(EntityType.BILL, new EntityId("145")),
                "Atlas Electric",
                "AE-77",
                "Pier 7",
                "",
                "",
                new BigDecimal("480.00"),
                "USD",
                DAY,
                outcome,
                category,
                "",
                0,
                0,
                BigDecimal.ZERO,
                "no row of a sheet is it",
                List.of(),
                List.of(new Standing.Near("41:1", 0.4, List.of("amount is another"))),
                Instant.EPOCH);
    }
}
