package io.tieout.console.document;

import io.tieout.model.id.ProposalId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The invoices' PDFs as ingest-service stored them; read, never written here.
@ApplicationScoped
class InvoicePdfs {
    /// One PDF; the bytes are only passed on.
    @SuppressWarnings("ArrayRecordComponent")
    record Pdf(String mediaType, byte[] bytes, String hash, String invoiceId) {}

    private final Jdbi jdbi;

    InvoicePdfs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The newest PDF of the proposal's invoice; absent until it was fetched.
    @Transactional
    Optional<Pdf> of(ProposalId proposal) {
        return jdbi.withHandle(handle -> {
            boolean tables =
                    handle.createQuery(
                                    "SELECT to_regclass('documents.invoice_pdfs') IS NOT NULL AND to_regclass('documents.documents') IS NOT NULL")
                            .mapTo(Boolean.class)
                            .one();
            if (!tables) {
                return Optional.empty();
            }
            return handle.createQuery(
                            """
                            SELECT d.media_type, d.bytes, d.hash, p.invoice_id
                            FROM documents.invoice_pdfs p JOIN documents.documents d ON d.hash = p.hash
                            WHERE p.proposal_id = :proposal ORDER BY p.sync_token DESC LIMIT 1\
                            """)
                    .bind("proposal", proposal.value())
                    .map((rs, _) ->
                            new Pdf(
                                    rs.getString("media_type"),
                                    rs.getBytes("bytes"),
                                    rs.getString("hash"),
                                    rs.getString("invoice_id")))
                    .findOne();
        });
    }
}
