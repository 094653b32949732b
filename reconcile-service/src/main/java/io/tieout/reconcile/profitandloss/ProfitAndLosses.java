package io.tieout.reconcile.profitandloss;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.AccountingMethod;
import io.tieout.model.quickbooks.ProfitAndLossObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The tables `profit_and_losses` and `profit_and_loss_customers`: the newest of each company.
@ApplicationScoped
public class ProfitAndLosses {
    private final Jdbi jdbi;

    ProfitAndLosses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Unless a newer one is kept already.
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(ProfitAndLossObserved observed, SourceRevision revision) {
        boolean newer =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                INSERT INTO profit_and_losses (realm, revision_major, revision_minor, as_of, method, from_day, to_day, currency)
                                                VALUES (:realm, :major, :minor, :asOf, :method, :from, :to, :currency)
                                                ON CONFLICT (realm) DO UPDATE
                                                SET revision_major = excluded.revision_major, revision_minor = excluded.revision_minor, as_of = excluded.as_of,
                                                    method = excluded.method, from_day = excluded.from_day, to_day = excluded.to_day, currency = excluded.currency
                                                WHERE (profit_and_losses.revision_major, profit_and_losses.revision_minor)
                                                    < (excluded.revision_major, excluded.revision_minor)\
                                                """)
                                        .bind("realm", observed.realmId().value())
                                        .bind("major", revision.major())
                                        .bind("minor", revision.minor())
                                        .bind("asOf", observed.asOf())
                                        .bind("method", observed.method().name())
                                        .bind("from", observed.from())
                                        .bind("to", observed.to())
                                        .bind("currency", observed.currency().value())
                                        .execute()
                                == 1);
        if (newer) {
            customers(observed);
        }
    }

    private void customers(ProfitAndLossObserved observed) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM profit_and_loss_customers WHERE realm = :realm")
                    .bind("realm", observed.realmId().value())
                    .execute();
            if (observed.customers().isEmpty()) {
                return;
            }
            PreparedBatch batch =
                    handle.prepareBatch(
                            """
                            INSERT INTO profit_and_loss_customers (realm, title, income, cost_of_goods_sold, expenses, net)
                            VALUES (:realm, :title, :income, :cogs, :expenses, :net)\
                            """);
            for (ProfitAndLossObserved.Customer customer : observed.customers()) {
                batch.bind("realm", observed.realmId().value())
                        .bind("title", customer.title())
                        .bind("income", customer.income().amount())
                        .bind("cogs", customer.costOfGoodsSold().amount())
                        .bind("expenses", customer.expenses().amount())
                        .bind("net", customer.net().amount())
                        .add();
            }
            batch.execute();
        });
    }

    /// Absent while the company's has not been read.
    ///
    /// @param key the project's name without the customer's, in lower case
    @Transactional
    public Optional<ProjectProfit> of(RealmId realm, String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT r.*, count(c.title) > 0 AS named, coalesce(sum(c.income), 0) AS income,
                                       coalesce(sum(c.cost_of_goods_sold), 0) AS cogs, coalesce(sum(c.expenses), 0) AS expenses,
                                       coalesce(sum(c.net), 0) AS net
                                FROM profit_and_losses r
                                LEFT JOIN profit_and_loss_customers c ON c.realm = r.realm AND project_key(c.title) = :key
                                WHERE r.realm = :realm GROUP BY r.realm\
                                """)
                        .bind("realm", realm.value())
                        .bind("key", key)
                        .map((rs, _) ->
                                new ProjectProfit(
                                        rs.getTimestamp("as_of").toInstant(),
                                        AccountingMethod.valueOf(rs.getString("method")),
                                        rs.getObject("from_day", LocalDate.class),
                                        rs.getObject("to_day", LocalDate.class),
                                        rs.getString("currency"),
                                        rs.getBoolean("named"),
                                        rs.getBigDecimal("income"),
                                        rs.getBigDecimal("cogs"),
                                        rs.getBigDecimal("expenses"),
                                        rs.getBigDecimal("net")))
                        .findOne());
    }
}
