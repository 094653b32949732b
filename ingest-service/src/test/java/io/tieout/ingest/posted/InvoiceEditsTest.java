package io.tieout.ingest.posted;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.ingest.posted.InvoiceFacts.Line;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvoiceEditsTest {
    private static final Line CONSULTING = new Line("Consulting", usd("300.00"));
    private static final InvoiceFacts POSTED = invoice("58", "300.00", List.of(CONSULTING));

    @Test
    void an_invoice_that_says_what_was_posted_was_not_edited() {
        assertThat(InvoiceEdits.between(POSTED, invoice("58", "300.00", List.of(CONSULTING))))
                .isEmpty();
    }

    @Test
    void every_change_is_named_with_what_was_and_what_is() {
        InvoiceFacts now =
                invoice("59", "350.00", List.of(new Line("Consulting, discounted", usd("350.00"))));

        assertThat(InvoiceEdits.between(POSTED, now))
                .containsExactly(
                        "customer was 58, is 59",
                        "total was 300.00 USD, is 350.00 USD",
                        "line 1 amount was 300.00 USD, is 350.00 USD",
                        "line 1 was \"Consulting\", is \"Consulting, discounted\"");
    }

    @Test
    void a_line_more_is_told_as_a_number() {
        InvoiceFacts now = invoice("58", "300.00", List.of(CONSULTING, CONSULTING));

        assertThat(InvoiceEdits.between(POSTED, now)).containsExactly("it had 1 lines, has 2");
    }

    private static InvoiceFacts invoice(String customer, String total, List<Line> lines) {
        return new InvoiceFacts(
                "1040", new EntityId(customer), LocalDate.parse("2026-11-22"), usd(total), lines);
    }

    private static Money usd(String amount) {
        return Money.of(amount, CurrencyCode.USD);
    }
}
