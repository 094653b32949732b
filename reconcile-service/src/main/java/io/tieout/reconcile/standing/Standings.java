package io.tieout.reconcile.standing;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.standing.Standing.DocumentRef;
import io.tieout.reconcile.standing.Standing.Near;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/// The table `standings`.
@ApplicationScoped
public class Standings {
    private static final String COLUMNS =
            "line_id, side, kind, sheet_id, row_id, entity_type, entity_id, party, reference,"
                    + " project, account, description, amount, currency, day, outcome, category,"
                    + " rule, score, margin, remainder, evidence, counterparts, nearest, since";

    private final Jdbi jdbi;

    Standings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional
    public List<Standing> of(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM standings WHERE realm = :realm ORDER BY line_id")
                        .bind("realm", realm.value())
                        .map((rs, _) -> standing(rs))
                        .list());
    }

    @Transactional
    public List<Standing> of(RealmId realm, Collection<String> lines) {
        return lines.isEmpty()
                ? List.of()
                : jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT * FROM standings WHERE realm = :realm AND line_id ="
                                                + " ANY (:lines)")
                                .bind("realm", realm.value())
                                .bindArray("lines", String.class, lines.toArray())
                                .map((rs, _) -> standing(rs))
                                .list());
    }

    /// Replaces what was said of these lines.
    @Transactional(Transactional.TxType.MANDATORY)
    public void store(RealmId realm, Collection<Standing> standings) {
        if (standings.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            INSERT INTO standings (realm, %s)
                            VALUES (:realm, :line, :side, :kind, :sheet, :row, :type, :entity, :party, :reference,
                                    :project, :account, :description, :amount, :currency, :day, :outcome, :category,
                                    :rule, :score, :margin, :remainder, :evidence, :counterparts, :nearest, :since)
                            ON CONFLICT (realm, line_id) DO UPDATE SET (%s) = ROW (excluded.*)\
                            """
                                    .formatted(COLUMNS, COLUMNS)
                                    .replace("excluded.*", excluded()));
            standings.forEach(standing -> add(batch, realm, standing));
            batch.execute();
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(RealmId realm, Collection<String> lines) {
        if (!lines.isEmpty()) {
            jdbi.useHandle(handle ->
                    handle.createUpdate(
                                    "DELETE FROM standings WHERE realm = :realm AND line_id = ANY"
                                            + " (:lines)")
                            .bind("realm", realm.value())
                            .bindArray("lines", String.class, lines.toArray())
                            .execute());
        }
    }

    private static String excluded() {
        return "excluded." + String.join(", excluded.", COLUMNS.split(", *"));
    }

    private static void add(PreparedBatch batch, RealmId realm, Standing it) {
        RowRef row = it.row();
        DocumentRef document = it.document();
        Category category = it.category();
        batch.bind("realm", realm.value())
                .bind("line", it.lineId())
                .bind("side", it.kind().side().name())
                .bind("kind", it.kind().name())
                .bind("sheet", row == null ? null : row.sheetId().value())
                .bind("row", row == null ? null : row.rowId().value())
                .bind("type", document == null ? null : document.type().wireName())
                .bind("entity", document == null ? null : document.id().value())
                .bind("party", it.party())
                .bind("reference", it.reference())
                .bind("project", it.project())
                .bind("account", it.account())
                .bind("description", it.description())
                .bind("amount", it.amount())
                .bind("currency", it.currency())
                .bind("day", it.day())
                .bind("outcome", it.outcome().name())
                .bind("category", category == null ? null : category.name())
                .bind("rule", it.rule())
                .bind("score", it.score())
                .bind("margin", it.margin())
                .bind("remainder", it.remainder())
                .bind("evidence", it.evidence())
                .bind("counterparts", WireJson.text(it.counterparts()))
                .bind("nearest", WireJson.text(it.nearest()))
                .bind("since", it.since())
                .add();
    }

    private static Standing standing(ResultSet rs) throws SQLException {
        String row = rs.getString("row_id");
        String entity = rs.getString("entity_id");
        return new Standing(
                rs.getString("line_id"),
                EntryKind.valueOf(rs.getString("kind")),
                row == null
                        ? null
                        : new RowRef(new SheetId(rs.getString("sheet_id")), new RowId(row)),
                entity == null
                        ? null
                        : new DocumentRef(
                                EntityType.of(rs.getString("entity_type")), new EntityId(entity)),
                rs.getString("party"),
                rs.getString("reference"),
                rs.getString("project"),
                rs.getString("account"),
                rs.getString("description"),
                rs.getBigDecimal("amount"),
                rs.getString("currency"),
                rs.getObject("day", LocalDate.class),
                Outcome.valueOf(rs.getString("outcome")),
                category(rs.getString("category")),
                rs.getString("rule"),
                rs.getDouble("score"),
                rs.getDouble("margin"),
                rs.getBigDecimal("remainder"),
                rs.getString("evidence"),
                List.of(WireJson.read(rs.getString("counterparts"), String[].class)),
                List.of(WireJson.read(rs.getString("nearest"), Near[].class)),
                rs.getTimestamp("since").toInstant());
    }

    private static @Nullable Category category(@Nullable String name) {
        return name == null ? null : Category.valueOf(name);
    }
}
