package io.tieout.invoice.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.invoice.BillingRow;
import io.tieout.invoice.TimeRow;
import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.wording.Source;
import io.tieout.model.proposal.Evidence.DocumentCitation;
import io.tieout.model.smartsheet.RowObserved;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextSourcesTest {
    private static final String HASH = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);
    private static final RowObserved ROW =
            BillingRow.row("7")
                    .attached("timesheet.pdf", HASH, "14 hours of load tests")
                    .attached("scan.pdf", OTHER, null)
                    .attached("later.pdf", null, null)
                    .observed();

    @Test
    void cites_the_files_that_were_fetched_and_says_which_could_be_read() {
        assertThat(ContextSources.citations(List.of(new EligibleRow(ROW, 1, 84))))
                .containsExactly(
                        new DocumentCitation(
                                ROW.row(), "document:" + HASH, "timesheet.pdf", HASH, true),
                        new DocumentCitation(
                                ROW.row(), "document:" + OTHER, "scan.pdf", OTHER, false));
    }

    @Test
    void words_may_come_from_the_files_that_were_read_alone() {
        assertThat(ContextSources.of(new EligibleRow(ROW, 1, 84)))
                .containsExactly(new Source("document:" + HASH, "14 hours of load tests"));
    }

    @Test
    void cites_comments_with_their_authors_and_lets_their_words_be_used() {
        RowObserved row =
                BillingRow.row("7").said("31", "pm@harbor.example", "Night shift").observed();
        String hash = CanonicalJson.sha256("Night shift".getBytes(StandardCharsets.UTF_8));

        assertThat(ContextSources.citations(List.of(new EligibleRow(row, 1, 84))))
                .containsExactly(
                        new DocumentCitation(
                                row.row(), "comment:31", "Comment by pm@harbor.example", hash));
        assertThat(ContextSources.of(new EligibleRow(row, 1, 84)))
                .containsExactly(new Source("comment:31", "Night shift"));
        assertThat(ContextSources.basis(row)).containsExactly(hash);
    }

    @Test
    void cites_timesheet_rows_by_sheet_and_row_and_lets_their_words_be_used() {
        RowObserved time = TimeRow.time("3").observed();
        EligibleRow row = new EligibleRow(BillingRow.row("7").observed(), 1, 84, List.of(time));

        assertThat(ContextSources.citations(List.of(row)))
                .singleElement()
                .satisfies(cited -> {
                    assertThat(cited.row()).isEqualTo(row.ref());
                    assertThat(cited.source()).isEqualTo("row:45:3");
                    assertThat(cited.title()).isEqualTo("Timesheets, row 3");
                });
        assertThat(ContextSources.of(row))
                .containsExactly(
                        new Source("row:45:3", "Night shift at the pump house, 2026-11-18, 8"));
    }

    @Test
    void a_timesheet_row_that_says_something_else_makes_another_draft_but_its_marks_do_not() {
        List<String> basis = ContextSources.basis(with(TimeRow.time("3")));

        assertThat(basis).hasSize(1);
        assertThat(ContextSources.basis(with(TimeRow.time("3").hours("9")))).isNotEqualTo(basis);
        assertThat(ContextSources.basis(with(TimeRow.time("3").reconciled("Matched"))))
                .isEqualTo(basis);
    }

    private static EligibleRow with(TimeRow time) {
        return new EligibleRow(BillingRow.row("7").observed(), 1, 84, List.of(time.observed()));
    }

    @Test
    void a_file_that_was_fetched_makes_another_draft() {
        assertThat(ContextSources.basis(ROW)).containsExactly(HASH, OTHER);
        assertThat(ContextSources.basis(BillingRow.row("7").observed())).isEmpty();
    }
}
