package io.tieout.invoice.books;

import io.tieout.kit.json.WireJson;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Reads what a draft needs from the projection, and no more: books may hold thousands of
/// customers.
@ApplicationScoped
public class BookReader {
    private static final String LISTED =
            "SELECT entity_id, active, entity FROM entities WHERE realm = :realm AND entity_type = :type AND present ";

    private final Jdbi jdbi;

    BookReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public BookLists lists(RealmId realm, String customerName) {
        List<Listed<Entity.Customer>> customers = customers(realm, NameKey.of(customerName));
        boolean found = customers.stream().anyMatch(Listed::active);
        return new BookLists(
                customers,
                found ? List.of() : names(realm, EntityType.CUSTOMER),
                all(realm, EntityType.ITEM, Entity.Item.class),
                all(realm, EntityType.CLASS, Entity.Named.class),
                all(realm, EntityType.DEPARTMENT, Entity.Named.class),
                all(realm, EntityType.TERM, Entity.Term.class),
                all(realm, EntityType.TAX_CODE, Entity.TaxCode.class),
                all(realm, EntityType.TAX_RATE, Entity.TaxRate.class),
                first(all(realm, EntityType.COMPANY_INFO, Entity.Company.class)),
                first(all(realm, EntityType.PREFERENCES, Entity.Preferences.class)));
    }

    /// The company itself, once it is known.
    public Entity.@Nullable Company company(RealmId realm) {
        return first(all(realm, EntityType.COMPANY_INFO, Entity.Company.class));
    }

    /// @param vendors names that the rows give
    /// @param customers names that the rows give
    public SpendLists spend(RealmId realm, Set<String> vendors, Set<String> customers) {
        return new SpendLists(
                vendors(realm, vendors),
                all(realm, EntityType.ACCOUNT, Entity.Account.class),
                all(realm, EntityType.ITEM, Entity.Item.class),
                customers(realm, customers),
                all(realm, EntityType.CLASS, Entity.Named.class),
                all(realm, EntityType.DEPARTMENT, Entity.Named.class),
                all(realm, EntityType.TAX_CODE, Entity.TaxCode.class),
                company(realm),
                first(all(realm, EntityType.PREFERENCES, Entity.Preferences.class)));
    }

    private List<Listed<Entity.Vendor>> vendors(RealmId realm, Set<String> names) {
        List<Listed<Entity.Vendor>> found = new ArrayList<>();
        for (String name : names) {
            List<Listed<Entity.Vendor>> named = vendors(realm, NameKey.of(name));
            if (named.stream().noneMatch(Listed::active)) {
                return all(realm, EntityType.VENDOR, Entity.Vendor.class);
            }
            found.addAll(named);
        }
        return found.stream().distinct().toList();
    }

    private List<Listed<Entity.Vendor>> vendors(RealmId realm, String key) {
        return jdbi.withHandle(handle ->
                handle.createQuery(LISTED + " AND name_key = :key ORDER BY entity_id")
                        .bind("realm", realm.value())
                        .bind("type", EntityType.VENDOR.wireName())
                        .bind("key", key)
                        .map((rs, _) ->
                                listed(
                                        rs.getString(1),
                                        rs.getBoolean(2),
                                        rs.getString(3),
                                        Entity.Vendor.class))
                        .list());
    }

    private List<Listed<Entity.Customer>> customers(RealmId realm, Set<String> names) {
        List<Listed<Entity.Customer>> found = new ArrayList<>();
        for (String name : names) {
            List<Listed<Entity.Customer>> named = customers(realm, NameKey.of(name));
            if (named.stream().noneMatch(Listed::active)) {
                return all(realm, EntityType.CUSTOMER, Entity.Customer.class);
            }
            found.addAll(named);
        }
        return found.stream().distinct().toList();
    }

    private List<Listed<Entity.Customer>> customers(RealmId realm, String key) {
        String named = "(name_key = :key OR qualified_key = :key)";
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                LISTED
                                        + " AND ("
                                        + named
                                        + " OR parent_id IN (SELECT entity_id FROM entities WHERE realm = :realm"
                                        + " AND entity_type = :type AND present AND "
                                        + named
                                        + ")) ORDER BY entity_id")
                        .bind("realm", realm.value())
                        .bind("type", EntityType.CUSTOMER.wireName())
                        .bind("key", key)
                        .map((rs, _) ->
                                listed(
                                        rs.getString(1),
                                        rs.getBoolean(2),
                                        rs.getString(3),
                                        Entity.Customer.class))
                        .list());
    }

    private <E extends Entity> List<Listed<E>> all(
            RealmId realm, EntityType type, Class<E> entityType) {
        return jdbi.withHandle(handle ->
                handle.createQuery(LISTED + " ORDER BY entity_id")
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .map((rs, _) ->
                                listed(
                                        rs.getString(1),
                                        rs.getBoolean(2),
                                        rs.getString(3),
                                        entityType))
                        .list());
    }

    private List<KnownName> names(RealmId realm, EntityType type) {
        return jdbi.withHandle(handle ->
                handle.createQuery(
                                """
                                SELECT entity_id, name, active FROM entities
                                WHERE realm = :realm AND entity_type = :type AND present ORDER BY entity_id\
                                """)
                        .bind("realm", realm.value())
                        .bind("type", type.wireName())
                        .map((rs, _) ->
                                new KnownName(
                                        new EntityId(rs.getString(1)),
                                        rs.getString(2),
                                        rs.getBoolean(3)))
                        .list());
    }

    private static <E extends Entity> Listed<E> listed(
            String id, boolean active, String json, Class<E> type) {
        return new Listed<>(new EntityId(id), active, type.cast(WireJson.read(json, Entity.class)));
    }

    private static <E extends Entity> @Nullable E first(List<Listed<E>> list) {
        return list.isEmpty() ? null : list.getFirst().entity();
    }
}
