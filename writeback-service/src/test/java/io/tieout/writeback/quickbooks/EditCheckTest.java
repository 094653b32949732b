package io.tieout.writeback.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.connectors.VendorJson;
import io.tieout.model.effect.DocumentFacts;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EditCheckTest {
    private static final DocumentFacts DECIDED =
            new DocumentFacts(
                    new EntityId("58"),
                    LocalDate.parse("2026-11-20"),
                    Money.of("300.00", CurrencyCode.USD),
                    Money.of("300.00", CurrencyCode.USD));

    @Test
    void mailing_an_invoice_is_no_edit() {
        assertThat(
                        edited(
                                """
                                {"CustomerRef":{"value":"58"},"TxnDate":"2026-11-20","TotalAmt":300,
                                 "Balance":300.0,"EmailStatus":"EmailSent","SyncToken":"4"}
                                """))
                .isEmpty();
    }

    @Test
    void a_payment_and_another_date_are() {
        assertThat(
                        edited(
                                """
                                {"CustomerRef":{"value":"58"},"TxnDate":"2026-11-21",
                                 "TotalAmt":300.00,"Balance":100.00}
                                """))
                .hasValue("date was 2026-11-20, is 2026-11-21, open balance was 300.00, is 100.00");
    }

    @Test
    void without_knowing_what_it_said_every_change_stops_it() {
        assertThat(EditCheck.edited(VendorJson.mapper().createObjectNode(), null)).isPresent();
    }

    private static Optional<String> edited(String json) {
        return EditCheck.edited(VendorJson.read(json.getBytes(StandardCharsets.UTF_8)), DECIDED);
    }
}
