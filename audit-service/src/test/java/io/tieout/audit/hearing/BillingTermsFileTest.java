package io.tieout.audit.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.audit.review.BillingTerms;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BillingTermsFileTest {
    @Test
    void reads_rates_markup_limits_and_tax_codes() throws IOException {
        BillingTerms terms =
                BillingTermsFile.parse(
                        """
                        {"version": "1", "expenseItem": "Travel", "taxByState": {"ny": "3"},
                         "clients": [{"customer": "Harbor Works  LLC", "rates": {"Engineering": "205.00"},
                                      "minimum": null, "cap": "9000", "markupPercent": "10"}]}
                        """);

        BillingTerms.Client client = terms.client("harbor works llc");
        assertThat(client.rate("ENGINEERING")).contains(new BigDecimal("205.00"));
        assertThat(client.minimum()).isNull();
        assertThat(client.cap()).isEqualByComparingTo("9000");
        assertThat(client.markupPercent()).isEqualByComparingTo("10");
        assertThat(terms.taxByState()).containsEntry("NY", "3");
        assertThat(terms.client("Somebody Else").rate("Engineering")).isEmpty();
    }
}
