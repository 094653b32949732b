package io.tieout.invoice.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.invoice.BillingRow;
import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.kit.wording.Source;
import io.tieout.model.proposal.Evidence.DocumentCitation;
import io.tieout.model.smartsheet.RowObserved;
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
    void a_file_that_was_fetched_makes_another_draft() {
        assertThat(ContextSources.files(ROW)).containsExactly(HASH, OTHER);
        assertThat(ContextSources.files(BillingRow.row("7").observed())).isEmpty();
    }
}
