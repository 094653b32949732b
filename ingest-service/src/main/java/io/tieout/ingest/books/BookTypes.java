package io.tieout.ingest.books;

import static io.tieout.model.quickbooks.EntityType.COMPANY_INFO;
import static io.tieout.model.quickbooks.EntityType.PREFERENCES;
import static io.tieout.model.quickbooks.EntityType.TAX_CODE;
import static io.tieout.model.quickbooks.EntityType.TAX_RATE;
import static io.tieout.model.quickbooks.EntityType.TIME_ACTIVITY;

import io.tieout.connectors.quickbooks.Select;
import io.tieout.model.quickbooks.EntityType;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which entity types are read in which way.
final class BookTypes {
    /// What change data capture leaves out; the company and its settings are single objects.
    private static final Set<EntityType> SLOW =
            EnumSet.of(COMPANY_INFO, PREFERENCES, TAX_CODE, TAX_RATE, TIME_ACTIVITY);

    /// Lists whose entries are made inactive instead of being deleted.
    private static final Set<EntityType> WITH_INACTIVE =
            EnumSet.of(
                    EntityType.CUSTOMER,
                    EntityType.VENDOR,
                    EntityType.ITEM,
                    EntityType.ACCOUNT,
                    EntityType.CLASS,
                    EntityType.DEPARTMENT,
                    EntityType.TERM,
                    TAX_CODE,
                    TAX_RATE);

    /// What a company may have switched off, or not paid for.
    private static final Set<EntityType> OPTIONAL =
            EnumSet.of(
                    EntityType.CLASS,
                    EntityType.DEPARTMENT,
                    EntityType.ESTIMATE,
                    EntityType.PURCHASE_ORDER,
                    TIME_ACTIVITY);

    /// Single objects, and lists without usable ids: nothing to compare.
    private static final Set<EntityType> WITHOUT_IDS =
            EnumSet.of(COMPANY_INFO, PREFERENCES, TAX_CODE, TAX_RATE);

    private BookTypes() {}

    static boolean isCaptured(EntityType type) {
        return !SLOW.contains(type);
    }

    /// Whether entities of the type can be asked for by id in a query.
    static boolean hasIds(EntityType type) {
        return !WITHOUT_IDS.contains(type);
    }

    /// These entities, inactive ones included.
    static Select named(EntityType type, List<String> ids) {
        return all(type).whereIn("Id", ids);
    }

    /// What may have changed of a type since a moment: everything where that cannot be asked.
    static Select changedSince(EntityType type, Instant since) {
        return type == TIME_ACTIVITY
                ? all(type).where("MetaData.LastUpdatedTime", ">=", since.toString())
                : all(type);
    }

    static boolean isOptional(EntityType type) {
        return OPTIONAL.contains(type);
    }

    /// Settings first: they say what currency amounts are in. Then lists, then documents.
    static List<EntityType> inLoadOrder() {
        return Arrays.stream(EntityType.values())
                .sorted(Comparator.comparing((EntityType type) -> type != PREFERENCES))
                .toList();
    }

    static List<EntityType> captured() {
        return Arrays.stream(EntityType.values()).filter(type -> !SLOW.contains(type)).toList();
    }

    static List<EntityType> slow() {
        return List.copyOf(SLOW);
    }

    static Select all(EntityType type) {
        Select select = Select.from(type);
        return WITH_INACTIVE.contains(type) ? select.withInactive() : select;
    }
}
