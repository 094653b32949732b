package io.tieout.invoice.rules;

import static io.tieout.invoice.Sample.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tieout.model.id.EntityId;
import java.time.Duration;
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
                        """);

        assertThat(rules.quietPeriod()).isEqualTo(Duration.ofSeconds(2));
        assertThat(rules.taxCode(" ny ")).isEqualTo(new EntityId("2"));
        ClientRules client = rules.client("harbor  works llc");
        assertThat(client.rate("ENGINEERING")).isEqualTo(usd("205.00"));
        assertThat(client.cap()).isEqualTo(usd("9000.00"));
        assertThat(client.minimum()).isNull();
        assertThat(client.groupBy()).isEqualTo(GroupBy.SERVICE);
        assertThat(rules.client("Anybody").groupBy()).isEqualTo(GroupBy.ROW);
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
    void says_that_it_is_not_json() {
        assertThatThrownBy(() -> BillingRulesText.parse("{")).hasMessageContaining("not JSON");
    }
}
