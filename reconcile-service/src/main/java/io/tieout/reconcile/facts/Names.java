package io.tieout.reconcile.facts;

import io.tieout.model.envelope.SourceRevision;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.quickbooks.EntityType;
import io.tieout.reconcile.billing.Prices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The table `names`: vendors, customers and their jobs, accounts, classes, and items with prices.
@ApplicationScoped
public class Names {
    private final Jdbi jdbi;

    Names(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// What a name is kept with.
    ///
    /// @param name empty for a customer that is no job, and for what is gone
    /// @param classification of an account
    /// @param qualified of a customer, such as `Customer:Project`
    /// @param price of an item
    record Named(
            String name,
            @Nullable String classification,
            @Nullable String qualified,
            @Nullable Money price) {
        static Named of(String name) {
            return new Named(name, null, null, null);
        }

        /// All by which lines are compared.
        private String words() {
            return "%s\n%s\n%s"
                    .formatted(
                            name,
                            qualified == null ? "" : qualified,
                            price == null ? "" : price.readable());
        }
    }

    /// Whether the name is another now.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean apply(RealmId realm, EntityType type, EntityId id, SourceRevision revision, Named now) {
        String before =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT * FROM names WHERE realm = :realm AND"
                                                + " entity_type = :type AND entity_id = :id FOR"
                                                + " UPDATE")
                                .bind("realm", realm.value())
                                .bind("type", type.wireName())
                                .bind("id", id.value())
                                .map((rs, _) -> named(rs).words())
                                .findOne()
                                .orElse(Named.of("").words()));
        boolean stored =
                jdbi.withHandle(handle ->
                        handle.createUpdate(
                                                """
                                                INSERT INTO names (realm, entity_type, entity_id, revision_major, revision_minor, name, classification, qualified, price, currency)
                                                VALUES (:realm, :type, :id, :major, :minor, :name, :classification, :qualified, :price, :currency)
                                                ON CONFLICT (realm, entity_type, entity_id) DO UPDATE
                                                SET revision_major = excluded.revision_major, revision_minor = excluded.revision_minor,
                                                    name = excluded.name, classification = coalesce(excluded.classification, names.classification),
                                                    qualified = excluded.qualified, price = excluded.price, currency = excluded.currency
                                                WHERE (names.revision_major, names.revision_minor)
                                                    < (excluded.revision_major, excluded.revision_minor)\
                                                """)
                                        .bind("realm", realm.value())
                                        .bind("type", type.wireName())
                                        .bind("id", id.value())
                                        .bind("major", revision.major())
                                        .bind("minor", revision.minor())
                                        .bind("name", now.name())
                                        .bind("classification", now.classification())
                                        .bind("qualified", now.qualified())
                                        .bind(
                                                "price",
                                                now.price() == null ? null : now.price().amount())
                                        .bind(
                                                "currency",
                                                now.price() == null
                                                        ? null
                                                        : now.price().currency().value())
                                        .execute()
                                == 1);
        return stored && !before.equals(now.words());
    }

    /// All names of a type in the realm.
    @Transactional
    public Set<String> of(RealmId realm, EntityType type) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                "SELECT name FROM names WHERE realm = :realm AND entity_type ="
                                        + " :type AND name <> ''")
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .mapTo(String.class)
                        .stream()
                        .collect(Collectors.toSet()));
    }

    /// Customers that are nobody's job.
    @Transactional
    public Set<String> customers(RealmId realm) {
        return jdbi.withHandle(handle ->
                handle
                        .createQuery(
                                "SELECT DISTINCT split_part(qualified, ':', 1) FROM names WHERE"
                                        + " realm = :realm AND entity_type = 'Customer' AND"
                                        + " qualified <> ''")
                        .bind("realm", realm.value())
                        .mapTo(String.class)
                        .stream()
                        .collect(Collectors.toSet()));
    }

    /// Each item's own price, by name.
    @Transactional
    public Map<String, Money> prices(RealmId realm) {
        Map<String, Money> prices = new HashMap<>();
        jdbi.useHandle(handle ->
                handle.createQuery(
                                "SELECT * FROM names WHERE realm = :realm AND entity_type = 'Item'"
                                        + " AND price IS NOT NULL ORDER BY entity_id")
                        .bind("realm", realm.value())
                        .map((rs, _) -> named(rs))
                        .forEach(item -> {
                            Money price = item.price();
                            if (price != null) {
                                prices.put(Prices.key(item.name()), price);
                            }
                        }));
        return prices;
    }

    private static Named named(ResultSet rs) throws SQLException {
        BigDecimal price = rs.getBigDecimal("price");
        return new Named(
                rs.getString("name"),
                rs.getString("classification"),
                rs.getString("qualified"),
                price == null
                        ? null
                        : Money.rounded(
                                price,
                                new CurrencyCode(rs.getString("currency")),
                                RoundingMode.HALF_UP));
    }
}
