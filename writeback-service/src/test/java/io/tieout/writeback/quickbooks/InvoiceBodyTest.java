package io.tieout.writeback.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.EventId;
import io.tieout.model.id.ProposalId;
import io.tieout.writeback.Releases;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.Call;
import io.tieout.writeback.intent.IntentKind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InvoiceBodyTest {
    private static final ProposalId PROPOSAL =
            ProposalId.of("0198b0d6-3f5a-7c11-8d52-5d2a5c1f0001");

    @Test
    void says_the_invoice_in_quickbooks_words_with_exact_amounts() {
        assertThat(InvoiceBody.of(Releases.invoice(PROPOSAL, "58")).toString())
                .isEqualTo(
                        """
                        {"CustomerRef":{"value":"58"},"TxnDate":"2026-11-20","SalesTermRef":{"value":"3"},\
                        "CurrencyRef":{"value":"USD"},"BillEmail":{"Address":"ap@harbor.example"},\
                        "PrivateNote":"tieout:0198b0d6-3f5a-7c11-8d52-5d2a5c1f0001",\
                        "Line":[{"LineNum":1,"DetailType":"SalesItemLineDetail","Amount":1125.00,\
                        "Description":"Consulting, November","SalesItemLineDetail":{"ItemRef":{"value":"11"},\
                        "Qty":7.5,"UnitPrice":150.00,"TaxCodeRef":{"value":"TAX"},"ClassRef":{"value":"200"},\
                        "ServiceDate":"2026-11-18"}}],"TxnTaxDetail":{"TxnTaxCodeRef":{"value":"2"}}}\
                        """);
    }

    @Test
    void says_each_lines_own_tax_code_outside_the_usa_and_none_for_the_whole() {
        assertThat(InvoiceBody.of(Releases.canadian(PROPOSAL, "58")).toString())
                .isEqualTo(
                        """
                        {"CustomerRef":{"value":"58"},"TxnDate":"2026-11-20","CurrencyRef":{"value":"CAD"},\
                        "PrivateNote":"tieout:0198b0d6-3f5a-7c11-8d52-5d2a5c1f0001",\
                        "Line":[{"LineNum":1,"DetailType":"SalesItemLineDetail","Amount":190.00,\
                        "Description":"Track survey","SalesItemLineDetail":{"ItemRef":{"value":"1"},\
                        "Qty":1,"UnitPrice":190.00,"TaxCodeRef":{"value":"5"}}},\
                        {"LineNum":2,"DetailType":"SalesItemLineDetail","Amount":190.00,\
                        "Description":"Track survey","SalesItemLineDetail":{"ItemRef":{"value":"1"},\
                        "Qty":1,"UnitPrice":190.00,"TaxCodeRef":{"value":"6"}}}],\
                        "GlobalTaxCalculation":"TaxExcluded"}\
                        """);
    }

    @Test
    void asks_for_a_number_where_the_company_numbers_by_hand_and_leaves_automated_tax_alone() {
        assertThat(InvoiceBody.of(Releases.automated(PROPOSAL, "58")).toString())
                .isEqualTo(
                        """
                        {"CustomerRef":{"value":"58"},"TxnDate":"2026-11-20","DocNumber":"AUTO_GENERATE",\
                        "CurrencyRef":{"value":"USD"},"PrivateNote":"tieout:0198b0d6-3f5a-7c11-8d52-5d2a5c1f0001",\
                        "Line":[{"LineNum":1,"DetailType":"SalesItemLineDetail","Amount":150.00,\
                        "Description":"Consulting, November","SalesItemLineDetail":{"ItemRef":{"value":"11"},\
                        "Qty":1,"UnitPrice":150.00,"TaxCodeRef":{"value":"TAX"}}}]}\
                        """);
    }

    @Test
    void one_effect_goes_alone_and_several_in_a_batch() {
        Call single = BooksRequest.of(effects(1));
        Call batch = BooksRequest.of(effects(30));
        assertThat(single.kind()).isEqualTo(IntentKind.INVOICE);
        assertThat(single.request()).startsWith("{\"CustomerRef\"");
        assertThat(batch.kind()).isEqualTo(IntentKind.INVOICES);
        assertThat(batch.request())
                .startsWith("{\"BatchItemRequest\":[{\"bId\":\"b1\",\"operation\":\"create\",");
        assertThat(batch.items()).hasSize(30);
        assertThat(batch.items().getLast().bId()).isEqualTo("b30");
    }

    @Test
    void the_same_effects_give_the_same_request_id_within_the_vendors_limit() {
        String id = BooksRequest.of(effects(3)).requestId();
        assertThat(id).isEqualTo(BooksRequest.of(effects(3)).requestId()).hasSize(36);
        assertThat(id).isNotEqualTo(BooksRequest.of(effects(2)).requestId());
    }

    private static List<ReleasedEffect> effects(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    ProposalId proposal = new ProposalId(new UUID(7, i));
                    return new ReleasedEffect(
                            i,
                            Releases.release(proposal, Releases.invoice(proposal, "58")),
                            new EventId(new UUID(1, i)),
                            new CorrelationId("c"),
                            Instant.EPOCH,
                            false);
                })
                .toList();
    }
}
