package io.tieout.reconcile.facts;

import io.tieout.model.id.EntityId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.reconcile.billing.AgreedPrices;
import io.tieout.reconcile.billing.BilledRow;
import io.tieout.reconcile.billing.Billing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The table `billed_rows`: which line of which invoice each row became.
@ApplicationScoped
public class BilledRows {
    private static final String LAST =
            """
            SELECT DISTINCT ON (b.sheet_id, b.row_id) b.*,
                   EXISTS (SELECT 1 FROM documents d
                           WHERE d.realm = b.realm AND d.entity_type = 'Invoice' AND d.entity_id = b.invoice_id) AS seen
            FROM billed_rows b
            WHERE b.realm = :realm\
            """;
    private static final String LAST_FIRST =
            " ORDER BY b.sheet_id, b.row_id, b.occurrence DESC, b.sequence DESC";

    private final Jdbi jdbi;
    private final Names names;
    private final AgreedPrices agreed;

    BilledRows(Jdbi jdbi, Names names, AgreedPrices agreed) {
        this.jdbi = jdbi;
        this.names = names;
        this.agreed = agreed;
    }

    /// Of all rows of the realm, with its prices.
    @Transactional
    public Billing of(RealmId realm) {
        List<BilledRow> all =
                jdbi.withHandle(handle ->
                        handle.createQuery(LAST + LAST_FIRST)
                                .bind("realm", realm.value())
                                .map((rs, _) -> row(rs))
                                .list());
        return billing(realm, all);
    }

    /// Of these rows, with the realm's prices.
    @Transactional
    public Billing of(RealmId realm, Collection<RowRef> rows) {
        if (rows.isEmpty()) {
            return Billing.NONE;
        }
        List<BilledRow> some =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        LAST
                                                + " AND b.sheet_id || ':' || b.row_id = ANY (:rows)"
                                                + LAST_FIRST)
                                .bind("realm", realm.value())
                                .bindArray(
                                        "rows",
                                        String.class,
                                        rows.stream().map(RowRef::key).toArray())
                                .map((rs, _) -> row(rs))
                                .list());
        return billing(realm, some);
    }

    private Billing billing(RealmId realm, List<BilledRow> rows) {
        return new Billing(
                rows.stream().collect(Collectors.toMap(BilledRow::row, Function.identity())),
                agreed.of(realm, names.prices(realm)));
    }

    /// Whether a draft ever billed the row.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean isKnown(RealmId realm, RowRef row) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT 1 FROM billed_rows WHERE realm = :realm AND sheet_id ="
                                        + " :sheet AND row_id = :row LIMIT 1")
                        .bind("realm", realm.value())
                        .bind("sheet", row.sheetId().value())
                        .bind("row", row.rowId().value())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /// Rows that are on the invoice.
    @Transactional(Transactional.TxType.MANDATORY)
    List<RowRef> onInvoice(RealmId realm, EntityId invoice) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "SELECT sheet_id, row_id FROM billed_rows WHERE realm = :realm AND"
                                        + " invoice_id = :invoice")
                        .bind("realm", realm.value())
                        .bind("invoice", invoice.value())
                        .map((rs, _) -> ref(rs))
                        .list());
    }

    /// Those that were not known yet.
    @Transactional(Transactional.TxType.MANDATORY)
    List<RowRef> add(RealmId realm, List<BilledRow> rows) {
        return jdbi.withHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            INSERT INTO billed_rows (realm, sheet_id, row_id, proposal_id, occurrence, sequence, reference, invoice_id,
                                                     number, day, line, unit_price, amount, cost, currency)
                            VALUES (:realm, :sheet, :row, :proposal, :occurrence, :sequence, :reference, :invoice,
                                    :number, :day, :line, :price, :amount, :cost, :currency)
                            ON CONFLICT DO NOTHING\
                            """);
            for (BilledRow row : rows) {
                Money cost = row.cost();
                batch.bind("realm", realm.value())
                        .bind("sheet", row.row().sheetId().value())
                        .bind("row", row.row().rowId().value())
                        .bind("proposal", row.proposal().value())
                        .bind("occurrence", row.occurrence())
                        .bind("sequence", row.sequence())
                        .bind("reference", row.reference())
                        .bind("invoice", row.invoice().value())
                        .bind("number", row.number())
                        .bind("day", row.day())
                        .bind("line", row.line())
                        .bind("price", row.unitPrice().amount())
                        .bind("amount", row.amount().amount())
                        .bind("cost", cost == null ? null : cost.amount())
                        .bind("currency", row.amount().currency().value())
                        .add();
            }
            int[] added = batch.execute();
            return IntStream.range(0, rows.size())
                    .filter(i -> added[i] == 1)
                    .mapToObj(i -> rows.get(i).row())
                    .toList();
        });
    }

    /// Rows that the draft had billed: it counts no longer.
    @Transactional(Transactional.TxType.MANDATORY)
    List<RowRef> remove(ProposalId proposal) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                "DELETE FROM billed_rows WHERE proposal_id = :proposal RETURNING"
                                        + " sheet_id, row_id")
                        .bind("proposal", proposal.value())
                        .map((rs, _) -> ref(rs))
                        .list());
    }

    private static RowRef ref(ResultSet rs) throws SQLException {
        return new RowRef(new SheetId(rs.getString("sheet_id")), new RowId(rs.getString("row_id")));
    }

    private static BilledRow row(ResultSet rs) throws SQLException {
        CurrencyCode currency = new CurrencyCode(rs.getString("currency"));
        BigDecimal cost = rs.getBigDecimal("cost");
        return new BilledRow(
                ref(rs),
                new ProposalId(rs.getObject("proposal_id", UUID.class)),
                rs.getInt("occurrence"),
                rs.getLong("sequence"),
                rs.getString("reference"),
                new EntityId(rs.getString("invoice_id")),
                rs.getString("number"),
                rs.getObject("day", LocalDate.class),
                rs.getInt("line"),
                money(rs.getBigDecimal("unit_price"), currency),
                money(rs.getBigDecimal("amount"), currency),
                cost == null ? null : money(cost, currency),
                rs.getBoolean("seen"));
    }

    private static Money money(BigDecimal amount, CurrencyCode currency) {
        return Money.rounded(amount, currency, RoundingMode.HALF_UP);
    }
}
