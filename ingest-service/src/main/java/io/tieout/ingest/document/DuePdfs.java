package io.tieout.ingest.document;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// PDFs that are to be fetched.
@ApplicationScoped
class DuePdfs {
    private final Jdbi jdbi;

    DuePdfs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(DuePdf due) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO due_pdfs (realm, invoice_id, proposal_id, sync_token)
                                VALUES (:realm, :invoice, :proposal, :token)
                                ON CONFLICT (realm, invoice_id) DO UPDATE
                                SET proposal_id = excluded.proposal_id, sync_token = excluded.sync_token\
                                """)
                        .bind("realm", due.realm().value())
                        .bind("invoice", due.invoice().value())
                        .bind("proposal", due.proposal())
                        .bind("token", due.syncToken())
                        .execute());
    }

    @Transactional
    List<DuePdf> some(RealmId realm, int limit) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM due_pdfs WHERE realm = :realm ORDER BY invoice_id LIMIT :limit")
                        .bind("realm", realm.value())
                        .bind("limit", limit)
                        .map((rs, _) ->
                                new DuePdf(
                                        realm,
                                        new EntityId(rs.getString("invoice_id")),
                                        rs.getObject("proposal_id", UUID.class),
                                        rs.getLong("sync_token")))
                        .list());
    }

    /// Strikes it off, unless the invoice has changed again since.
    void done(DuePdf due) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "DELETE FROM due_pdfs WHERE realm = :realm AND invoice_id = :invoice AND sync_token <= :token")
                        .bind("realm", due.realm().value())
                        .bind("invoice", due.invoice().value())
                        .bind("token", due.syncToken())
                        .execute());
    }
}
