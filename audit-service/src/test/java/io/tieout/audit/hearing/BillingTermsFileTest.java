package io.tieout.audit.hearing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.audit.review.BillingTerms;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import java.io.IOException;
import java.util.Map;
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
                                """)
                        .general();

        BillingTerms.Client client = terms.client("harbor works llc");
        assertThat(client.rate("ENGINEERING")).contains(Money.of("205.00", CurrencyCode.USD));
        assertThat(client.minimum()).isNull();
        assertThat(client.cap()).isEqualTo(Money.of("9000.00", CurrencyCode.USD));
        assertThat(client.markupPercent()).isEqualByComparingTo("10");
        assertThat(terms.tax().byPlace()).containsEntry("NY", "3");
        assertThat(terms.client("Somebody Else").rate("Engineering")).isEmpty();
    }

    @Test
    void reads_the_amounts_of_a_client_abroad_in_its_own_currency() throws IOException {
        BillingTerms terms =
                BillingTermsFile.parse(
                                """
                                {"version": "1", "currency": "CAD",
                                 "clients": [{"customer": "Harbor Works LLC", "currency": "USD", "rates": {"Consulting": "150.00"}},
                                             {"customer": "Lakeshore Transit", "rates": {"Consulting": "175.00"}}]}
                                """)
                        .general();

        assertThat(terms.client("Harbor Works LLC").rate("Consulting"))
                .contains(Money.of("150.00", CurrencyCode.USD));
        assertThat(terms.client("Lakeshore Transit").rate("Consulting"))
                .contains(Money.of("175.00", new CurrencyCode("CAD")));
    }

    @Test
    void reads_what_one_company_has_for_itself() throws IOException {
        TermsByCompany terms =
                BillingTermsFile.parse(
                        """
                        {"version": "1", "currency": "USD", "expenseItem": "Travel", "taxByState": {"NY": "3"},
                         "clients": [{"customer": "Harbor Works LLC", "rates": {"Engineering": "205.00"}}],
                         "companies": {
                           "1": {"exemptTaxCode": "6"},
                           "2": {"currency": "CAD", "taxableFlags": true, "taxByState": {"on": "5"}, "exemptTaxCode": 6, "purchaseTaxCode": "5",
                                 "purchaseTaxByVendor": {"Lake  Rail": "6"}}}}
                        """);

        BillingTerms canada = terms.of(new RealmId("2"));
        assertThat(canada.tax())
                .isEqualTo(
                        new BillingTerms.Tax(
                                true, Map.of("ON", "5"), "6", "5", Map.of("lake rail", "6")));
        assertThat(canada.expenseItem()).isEqualTo("Travel");
        assertThat(canada.clients()).isEmpty();
        assertThat(terms.of(new RealmId("1")).clients()).hasSize(1);
        assertThat(terms.of(new RealmId("1")).tax().byPlace()).isEmpty();
        assertThat(terms.of(new RealmId("3")).tax().byPlace()).containsEntry("NY", "3");
    }
}
