package io.tieout.reconcile.foresight;

import io.tieout.kit.json.WireJson;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.foresight.Foresight.InBooks;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The table `awaited_documents`, and what the two books say around a draft.
@ApplicationScoped
class Awaited {
    private final Jdbi jdbi;
    private final Standings standings;

    Awaited(Jdbi jdbi, Standings standings) {
        this.jdbi = jdbi;
        this.standings = standings;
    }

    /// A draft with what was last said of it.
    ///
    /// @param warning empty when nothing would differ
    record Known(ProposalMade proposal, String warning, @Nullable Instant saidAt) {}

    @Transactional
    List<Known> of(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM awaited_documents WHERE realm = :realm")
                        .bind("realm", realm.value())
                        .map((rs, _) -> known(rs))
                        .list());
    }

    @Transactional
    Optional<Known> of(ProposalId proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM awaited_documents WHERE proposal_id = :proposal")
                        .bind("proposal", proposal.value())
                        .map((rs, _) -> known(rs))
                        .findOne());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void store(Known known) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO awaited_documents (realm, proposal_id, proposal, warning, said_at)
                                VALUES (:realm, :id, :proposal, :warning, CAST(:at AS timestamptz))
                                ON CONFLICT (proposal_id) DO UPDATE
                                SET proposal = excluded.proposal, warning = excluded.warning, said_at = excluded.said_at\
                                """)
                        .bind("realm", known.proposal().realmId().value())
                        .bind("id", known.proposal().proposalId().value())
                        .bind("proposal", WireJson.text(known.proposal()))
                        .bind("warning", known.warning())
                        .bind("at", known.saidAt())
                        .execute());
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void forget(ProposalId proposal) {
        jdbi.useHandle(handle ->
                handle.createUpdate("DELETE FROM awaited_documents WHERE proposal_id = :proposal")
                        .bind("proposal", proposal.value())
                        .execute());
    }

    /// Documents of the draft's vendor; journal entries of nobody.
    @Transactional
    List<InBooks> alike(CreateDocument draft) {
        EntityId vendor =
                switch (draft) {
                    case CreateBill bill -> bill.vendorId();
                    case CreatePurchaseOrder order -> order.vendorId();
                    case CreateTimeActivity time -> time.vendorId();
                    case CreateJournalEntry _ -> null;
                };
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT entity_type, entity_id, document_number, document_date, amount, currency FROM documents
                                WHERE realm = :realm AND NOT gone AND document_date IS NOT NULL
                                  AND (party_id = CAST(:vendor AS text)
                                       OR (CAST(:vendor AS text) IS NULL AND entity_type = 'JournalEntry'))
                                  AND NOT EXISTS (SELECT 1 FROM correcting_entries c WHERE c.realm = documents.realm
                                                  AND documents.entity_type = 'JournalEntry' AND c.entry_id = documents.entity_id)\
                                """)
                        .bind("realm", draft.realmId().value())
                        .bind("vendor", vendor == null ? null : vendor.value())
                        .map((rs, _) -> inBooks(rs))
                        .list());
    }

    /// Cost rows that name the vendor.
    @Transactional
    List<Standing> rows(RealmId realm, String vendor) {
        List<String> lines =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        """
                                        SELECT line_id FROM standings
                                        WHERE realm = :realm AND kind = 'COST' AND lower(party) = lower(:vendor)\
                                        """)
                                .bind("realm", realm.value())
                                .bind("vendor", vendor)
                                .mapTo(String.class)
                                .list());
        return standings.of(realm, lines);
    }

    private static Known known(ResultSet rs) throws SQLException {
        Timestamp said = rs.getTimestamp("said_at");
        return new Known(
                WireJson.read(rs.getString("proposal"), ProposalMade.class),
                rs.getString("warning"),
                said == null ? null : said.toInstant());
    }

    private static InBooks inBooks(ResultSet rs) throws SQLException {
        BigDecimal amount = rs.getBigDecimal("amount");
        String currency = rs.getString("currency");
        return new InBooks(
                EntityType.of(rs.getString("entity_type")),
                rs.getString("entity_id"),
                rs.getString("document_number"),
                rs.getObject("document_date", LocalDate.class),
                amount == null ? BigDecimal.ZERO : amount,
                currency == null ? "" : currency);
    }
}
