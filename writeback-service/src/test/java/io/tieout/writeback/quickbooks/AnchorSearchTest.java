package io.tieout.writeback.quickbooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.id.ProposalId;
import io.tieout.writeback.Releases;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnchorSearchTest {
    private final ProposalId proposal = Releases.proposal();
    private final CreateInvoice invoice = Releases.invoice(proposal, "58");

    @Test
    void searches_by_customer_and_date() {
        assertThat(AnchorSearch.query(invoice).statement())
                .isEqualTo(
                        "SELECT * FROM Invoice WHERE CustomerRef = '58' AND TxnDate = '2026-11-20'");
    }

    @Test
    void finds_the_one_with_the_anchor() {
        ObjectNode ours = candidate("7", "tieout:" + proposal, "1224.84");
        assertThat(
                        AnchorSearch.find(
                                invoice,
                                List.of(
                                        candidate("5", "Milestone 3", "1224.84"),
                                        candidate("6", "tieout:" + Releases.proposal(), "1224.84"),
                                        ours)))
                .contains(ours);
    }

    @Test
    void finds_nothing_among_strangers() {
        ObjectNode stranger = JsonNodeFactory.instance.objectNode().put("Id", "5");
        assertThat(AnchorSearch.find(invoice, List.of(stranger))).isEmpty();
    }

    @Test
    void of_several_it_takes_the_one_whose_total_was_meant() {
        ObjectNode meant = candidate("9", "tieout:" + proposal, "1224.84");
        ObjectNode other = candidate("8", "tieout:" + proposal, "900.00");
        assertThat(AnchorSearch.find(invoice, List.of(other, meant))).contains(meant);
    }

    private static ObjectNode candidate(String id, String note, String total) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Id", id)
                .put("PrivateNote", note)
                .put("TotalAmt", new BigDecimal(total));
    }
}
