package io.tieout.invoice.proposing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.model.id.ProposalId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PdfLinkTest {
    private static final ProposalId ID =
            new ProposalId(UUID.fromString("01936a5c-0000-7000-8000-000000000001"));

    @Test
    void depends_on_the_secret_and_the_proposal_alone() {
        String link = PdfLink.of("http://localhost:8400/", "secret", ID);

        assertThat(link)
                .matches(
                        "http://localhost:8400/invoices/01936a5c-0000-7000-8000-000000000001/[0-9a-f]{32}\\.pdf")
                .isEqualTo(PdfLink.of("http://localhost:8400", "secret", ID))
                .isNotEqualTo(PdfLink.of("http://localhost:8400", "other", ID));
    }
}
