package io.tieout.invoice.drafts;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalMade;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// The drafts table: at most one open draft a group.
@ApplicationScoped
class Drafts {
    private final Jdbi jdbi;

    Drafts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The group's drafts that are not over, oldest first.
    List<Draft> live(String groupKey) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT * FROM drafts WHERE group_key = :key AND phase IN ('OPEN', 'WITHDRAWING', 'SEALED')
                                ORDER BY reference\
                                """)
                        .bind("key", groupKey)
                        .map((rs, _) -> draft(rs))
                        .list());
    }

    /// The groups of the realm whose draft may still become another.
    List<String> openGroups(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT group_key FROM drafts WHERE realm = :realm AND phase = 'OPEN' ORDER BY group_key")
                        .bind("realm", realm.value())
                        .mapTo(String.class)
                        .list());
    }

    Optional<Draft> ofInvoice(RealmId realm, EntityId invoice) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM drafts WHERE realm = :realm AND invoice_id = :invoice")
                        .bind("realm", realm.value())
                        .bind("invoice", invoice.value())
                        .map((rs, _) -> draft(rs))
                        .findOne());
    }

    /// The group that a draft is of, if it is one of ours.
    Optional<String> groupOf(ProposalId draft) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT group_key FROM drafts WHERE draft_id = :id")
                        .bind("id", draft.value())
                        .mapTo(String.class)
                        .findOne());
    }

    String nextReference() {
        return jdbi.withHandle(handle ->
                "TD-%06d"
                        .formatted(
                                handle.createQuery("SELECT nextval('draft_numbers')")
                                        .mapTo(Long.class)
                                        .one()));
    }

    /// Stores the revision that is being sent.
    void store(
            ProposalMade proposal,
            String groupKey,
            String basis,
            Money subtotal,
            String correlation,
            Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO drafts (draft_id, reference, realm, group_key, phase, revision, basis, currency, subtotal,
                                    proposal, correlation_id, created_at, changed_at)
                                VALUES (:id, :reference, :realm, :group, 'OPEN', :revision, :basis, :currency, :subtotal,
                                    CAST(:proposal AS jsonb), :correlation, :now, :now)
                                ON CONFLICT (draft_id) DO UPDATE SET revision = excluded.revision, basis = excluded.basis,
                                    subtotal = excluded.subtotal, proposal = excluded.proposal,
                                    correlation_id = excluded.correlation_id, changed_at = excluded.changed_at\
                                """)
                        .bind("id", proposal.proposalId().value())
                        .bind("reference", proposal.reference())
                        .bind("realm", proposal.realmId().value())
                        .bind("group", groupKey)
                        .bind("revision", proposal.revision())
                        .bind("basis", basis)
                        .bind("currency", subtotal.currency().value())
                        .bind("subtotal", subtotal.amount())
                        .bind("proposal", WireJson.text(proposal))
                        .bind("correlation", correlation)
                        .bind("now", now)
                        .execute());
    }

    void setPhase(ProposalId draft, Draft.Phase phase, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE drafts SET phase = :phase, changed_at = :now WHERE draft_id = :id")
                        .bind("phase", phase.name())
                        .bind("now", now)
                        .bind("id", draft.value())
                        .execute());
    }

    void setInvoice(ProposalId draft, EntityId invoice) {
        jdbi.useHandle(handle ->
                handle.createUpdate("UPDATE drafts SET invoice_id = :invoice WHERE draft_id = :id")
                        .bind("invoice", invoice.value())
                        .bind("id", draft.value())
                        .execute());
    }

    /// Subtotals of the group's drafts and invoices, but for the one that is open.
    List<Money> billedBefore(String groupKey) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT currency, SUM(subtotal) AS subtotal FROM drafts
                                WHERE group_key = :key AND phase IN ('SEALED', 'POSTED') GROUP BY currency ORDER BY currency\
                                """)
                        .bind("key", groupKey)
                        .map((rs, _) ->
                                money(rs.getBigDecimal("subtotal"), rs.getString("currency")))
                        .list());
    }

    private static Money money(BigDecimal amount, String currency) {
        CurrencyCode code = new CurrencyCode(currency);
        return new Money(amount, code);
    }

    private static Draft draft(ResultSet rs) throws SQLException {
        String invoice = rs.getString("invoice_id");
        return new Draft(
                new ProposalId(rs.getObject("draft_id", UUID.class)),
                rs.getString("reference"),
                new RealmId(rs.getString("realm")),
                rs.getString("group_key"),
                Draft.Phase.valueOf(rs.getString("phase")),
                rs.getInt("revision"),
                rs.getString("basis"),
                WireJson.read(rs.getString("proposal"), ProposalMade.class).rows(),
                invoice == null ? null : new EntityId(invoice));
    }
}
