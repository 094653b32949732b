package io.tieout.invoice.rules;

import static io.tieout.invoice.Sample.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.invoice.books.NameKey;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BillingRulesTextTest {
    @Test
    void reads_rates_limits_and_defaults() {
        BillingRules rules =
                BillingRulesText.parse(
                                """
                                {"version":"7","currency":"USD","defaults":{"quietPeriod":"PT2S","term":"Net 30","rounding":"HALF_UP"},
                                 "clients":[{"customer":"Harbor Works LLC","rates":{"Engineering":"205.00"},"minimum":null,"cap":9000,
                                             "markupPercent":"12.5","groupBy":"service"}],
                                 "taxByState":{"ny":"2"},"expenseItem":"Travel","unknown":1}
                                """)
                        .general();

        assertThat(rules.quietPeriod()).isEqualTo(Duration.ofSeconds(2));
        assertThat(rules.tax().sales(" ny ")).isEqualTo(new EntityId("2"));
        ClientRules client = rules.client("harbor  works llc");
        assertThat(client.rate("ENGINEERING")).isEqualTo(usd("205.00"));
        assertThat(client.cap()).isEqualTo(usd("9000.00"));
        assertThat(client.minimum()).isNull();
        assertThat(client.groupBy()).isEqualTo(GroupBy.SERVICE);
        assertThat(rules.client("Anybody").groupBy()).isEqualTo(GroupBy.ROW);
    }

    @Test
    void a_client_abroad_has_its_amounts_in_its_own_currency() {
        BillingRules rules =
                BillingRulesText.parse(
                                """
                                {"version":"7","currency":"CAD","defaults":{"quietPeriod":"PT2S"},"expenseItem":"Travel",
                                 "clients":[{"customer":"Harbor Works LLC","currency":"USD","rates":{"Consulting":"150.00"}}]}
                                """)
                        .general();

        assertThat(rules.client("Harbor Works LLC").rate("Consulting")).isEqualTo(usd("150.00"));
        assertThat(rules.client("Anybody").currency()).isEqualTo(rules.currency());
    }

    @Test
    void says_everything_that_is_wrong_at_once() {
        assertThatThrownBy(() ->
                        BillingRulesText.parse(
                                """
                                {"version":"7","currency":"USD","defaults":{"quietPeriod":"soon"},
                                 "clients":[{"customer":"A","rates":{"X":"-1","Y":"many","Z":"1.234"},"minimum":"10","cap":"5",
                                             "markupPercent":"-3","groupBy":"COLOUR"}],"taxByState":{}}
                                """))
                .hasMessageContaining("quietPeriod: cannot be soon")
                .hasMessageContaining("clients[0].rates.X: must not be negative")
                .hasMessageContaining("clients[0].rates.Y: not an amount")
                .hasMessageContaining("clients[0].rates.Z: out of range or too many decimals")
                .hasMessageContaining("clients[0]: the minimum is above the cap")
                .hasMessageContaining("markupPercent: cannot be -3")
                .hasMessageContaining("groupBy: cannot be COLOUR")
                .hasMessageContaining("expenseItem: missing");
    }

    @Test
    void a_company_has_its_own_tax_codes_and_otherwise_the_general_rules() {
        RulesByCompany rules =
                BillingRulesText.parse(
                        """
                        {"version":"7","currency":"USD","defaults":{"quietPeriod":"PT2S","term":"Net 30"},
                         "clients":[{"customer":"Harbor Works LLC","rates":{"Engineering":"205.00"}}],
                         "taxByState":{"ny":"2"},"expenseItem":"Travel",
                         "companies":{
                           "1":{"exemptTaxCode":"6"},
                           "2":{"currency":"CAD","defaults":{"quietPeriod":"PT9S"},"taxableFlags":true,"taxByState":{"On":"5"},"exemptTaxCode":"6",
                                "purchaseTaxCode":5,"purchaseTaxByVendor":{"Lake  Rail":"6"}}}}
                        """);

        BillingRules canada = rules.of(new RealmId("2"));
        assertThat(canada.currency().value()).isEqualTo("CAD");
        assertThat(canada.quietPeriod()).isEqualTo(Duration.ofSeconds(9));
        assertThat(canada.term()).isEqualTo("Net 30");
        assertThat(canada.expenseItem()).isEqualTo("Travel");
        assertThat(canada.clients()).isEmpty();
        assertThat(canada.tax())
                .isEqualTo(
                        new TaxRules(
                                true,
                                Map.of("ON", new EntityId("5")),
                                new EntityId("6"),
                                new EntityId("5"),
                                Map.of(NameKey.of("Lake Rail"), new EntityId("6"))));
        assertThat(canada.tax().purchases("lake rail")).isEqualTo(new EntityId("6"));
        assertThat(canada.tax().purchases("Others")).isEqualTo(new EntityId("5"));
        BillingRules other = rules.of(new RealmId("1"));
        assertThat(other.clients()).hasSize(1);
        assertThat(other.tax().sales("NY")).isNull();
        assertThat(rules.of(new RealmId("3")).tax().sales("NY")).isEqualTo(new EntityId("2"));
    }

    @Test
    void says_what_is_wrong_with_a_companys_rules_and_where() {
        assertThatThrownBy(() ->
                        BillingRulesText.parse(
                                """
                                {"version":"7","currency":"USD","defaults":{"quietPeriod":"PT2S"},"expenseItem":"Travel",
                                 "companies":{"2":{"currency":"dollars","exemptTaxCode":{},"taxableFlags":"yes"}, " ":{}}}
                                """))
                .hasMessageContaining("companies.2.currency: cannot be dollars")
                .hasMessageContaining("companies.2.exemptTaxCode: must be the id of a tax code")
                .hasMessageContaining("companies.2.taxableFlags: must be true or false")
                .hasMessageContaining("companies. : ");
    }

    @Test
    void says_that_it_is_not_json() {
        assertThatThrownBy(() -> BillingRulesText.parse("{")).hasMessageContaining("not JSON");
    }
}
