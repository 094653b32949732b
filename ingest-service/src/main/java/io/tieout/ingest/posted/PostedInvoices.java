package io.tieout.ingest.posted;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The table of the same name.
@ApplicationScoped
class PostedInvoices {
    private final Jdbi jdbi;

    PostedInvoices(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Both sides of an invoice, as far as they are known.
    record Posted(
            ProposalId proposalId,
            @Nullable String reference,
            @Nullable InvoiceFacts posted,
            @Nullable InvoiceFacts seen) {}

    Posted posted(
            RealmId realm,
            EntityId invoice,
            ProposalId proposal,
            String reference,
            InvoiceFacts facts) {
        return put(realm, invoice, proposal, reference, WireJson.text(facts), null);
    }

    Posted seen(RealmId realm, EntityId invoice, ProposalId proposal, InvoiceFacts facts) {
        return put(realm, invoice, proposal, null, null, WireJson.text(facts));
    }

    private Posted put(
            RealmId realm,
            EntityId invoice,
            ProposalId proposal,
            @Nullable String reference,
            @Nullable String posted,
            @Nullable String seen) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                INSERT INTO posted_invoices AS p (realm, invoice_id, proposal_id, reference, posted, seen)
                                VALUES (:realm, :invoice, :proposal, :reference, :posted, :seen)
                                ON CONFLICT (realm, invoice_id) DO UPDATE
                                SET reference = COALESCE(excluded.reference, p.reference),
                                    posted = COALESCE(excluded.posted, p.posted),
                                    seen = COALESCE(excluded.seen, p.seen)
                                RETURNING proposal_id, reference, posted, seen\
                                """)
                        .bind("realm", realm.value())
                        .bind("invoice", invoice.value())
                        .bind("proposal", proposal.value())
                        .bind("reference", reference)
                        .bind("posted", posted)
                        .bind("seen", seen)
                        .map((rs, _) ->
                                new Posted(
                                        new ProposalId(rs.getObject("proposal_id", UUID.class)),
                                        rs.getString("reference"),
                                        facts(rs.getString("posted")),
                                        facts(rs.getString("seen"))))
                        .one());
    }

    private static @Nullable InvoiceFacts facts(@Nullable String json) {
        return json == null ? null : WireJson.read(json, InvoiceFacts.class);
    }
}
