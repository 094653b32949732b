package io.tieout.console.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.console.sample.SampleProposal;
import io.tieout.console.sample.SampleRow;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.proposal.Evidence.LineSource;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.smartsheet.BillingFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DifferencesTest {
    private static final ProposalMade PROPOSAL =
            SampleProposal.number(1).hours("8", 1).state().proposal();
    private static final InvoiceLine LINE =
            ((CreateInvoice) PROPOSAL.effects().get(1)).lines().getFirst();
    private static final LineSource SOURCE = PROPOSAL.evidence().lines().getFirst();

    @Test
    void finds_nothing_when_line_and_row_agree() {
        assertThat(differences(List.of(row("8")), "Harbor Works LLC", "Consulting")).isEmpty();
    }

    @Test
    void finds_hours_that_were_changed_after_the_draft() {
        assertThat(differences(List.of(row("7.5")), "Harbor Works LLC", "Consulting"))
                .containsExactly("the sheet says 7.5 h, the line 8");
    }

    @Test
    void finds_another_customer_and_another_service() {
        assertThat(differences(List.of(row("8")), "Castellan Bank", "Engineering"))
                .containsExactly(
                        "the row names customer Harbor Works LLC",
                        "the row names service Consulting");
    }

    @Test
    void finds_a_row_that_is_gone() {
        assertThat(differences(List.of(), "Harbor Works LLC", "Consulting"))
                .containsExactly("a row is gone from the sheet");
    }

    @Test
    void finds_another_day_only_where_the_line_has_a_service_date() {
        BillingFields row = row("8");
        LocalDate another = LocalDate.of(2020, 1, 1);

        assertThat(
                        Differences.of(
                                on(another),
                                SOURCE,
                                List.of(row),
                                "Harbor Works LLC",
                                "Consulting"))
                .containsExactly("the row's date is " + row.workDate());
        assertThat(Differences.of(on(null), SOURCE, List.of(row), "Harbor Works LLC", "Consulting"))
                .isEmpty();
    }

    private static InvoiceLine on(@Nullable LocalDate day) {
        return new InvoiceLine(
                LINE.number(),
                LINE.itemId(),
                LINE.description(),
                LINE.quantity(),
                LINE.unitPrice(),
                LINE.amount(),
                LINE.taxable(),
                LINE.classId(),
                day,
                LINE.taxCodeId());
    }

    private static List<String> differences(
            List<BillingFields> rows, String customer, String item) {
        return Differences.of(LINE, SOURCE, rows, customer, item);
    }

    private static BillingFields row(String hours) {
        return (BillingFields)
                SampleRow.of(SOURCE.rows().getFirst(), 1, PROPOSAL, hours, Instant.EPOCH).fields();
    }
}
