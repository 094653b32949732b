package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.quickbooks.QuickBooks;
import io.tieout.connectors.quickbooks.Select;
import io.tieout.connectors.quota.Background;
import io.tieout.ingest.books.EntityShadows.Shadow;
import io.tieout.kit.lane.Lane;
import io.tieout.model.id.RealmId;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/// Reads whole types of a company's books, and finds out what of them is gone. That an entity was
/// not met proves nothing, because pages shift while people work: it is asked for by its id.
@ApplicationScoped
class ReadBooks {
    private static final Logger LOG = Logger.getLogger(ReadBooks.class);
    private static final int IDS_MAX = 100;

    private final QuickBooks quickBooks;
    private final StoreBooks storeBooks;
    private final Clock clock;

    ReadBooks(QuickBooks quickBooks, StoreBooks storeBooks, Clock clock) {
        this.quickBooks = quickBooks;
        this.storeBooks = storeBooks;
        this.clock = clock;
    }

    /// Reads everything under the load that has begun; what people wait for goes before.
    void everything(Lane lane, RealmId realm) {
        Background.of("load", () -> everyType(lane, realm));
    }

    private int everyType(Lane lane, RealmId realm) {
        Set<EntityType> complete = EnumSet.noneOf(EntityType.class);
        for (EntityType type : BookTypes.inLoadOrder()) {
            if (type(lane, realm, BookTypes.all(type))) {
                complete.add(type);
            }
        }
        findGone(lane, realm, complete);
        return complete.size();
    }

    /// Reads what the query finds; false when the company has no such thing.
    boolean type(Lane lane, RealmId realm, Select select) {
        EntityType type = select.type();
        try {
            switch (type) {
                case COMPANY_INFO ->
                        storeBooks.page(lane, realm, type, List.of(quickBooks.companyInfo(realm)));
                case PREFERENCES ->
                        storeBooks.page(lane, realm, type, List.of(quickBooks.preferences(realm)));
                case CUSTOMER,
                        VENDOR,
                        ITEM,
                        ACCOUNT,
                        CLASS,
                        DEPARTMENT,
                        TERM,
                        TAX_CODE,
                        TAX_RATE,
                        INVOICE,
                        ESTIMATE,
                        BILL,
                        PURCHASE,
                        VENDOR_CREDIT,
                        PURCHASE_ORDER,
                        TIME_ACTIVITY,
                        JOURNAL_ENTRY,
                        PAYMENT ->
                        quickBooks.queryPages(
                                realm, select, page -> storeBooks.page(lane, realm, type, page));
            }
            return true;
        } catch (VendorException e) {
            if (!(e.fault() instanceof VendorFault.Refused) || !BookTypes.isOptional(type)) {
                throw e;
            }
            // A feature that the company has not switched on, such as departments.
            LOG.warnf("The books have no %s: %s", type.wireName(), e.getMessage());
            return false;
        }
    }

    private void findGone(Lane lane, RealmId realm, Set<EntityType> types) {
        Map<EntityType, List<Shadow>> unseen = new EnumMap<>(EntityType.class);
        for (Shadow shadow : storeBooks.unseen(realm, types)) {
            unseen.computeIfAbsent(shadow.type(), _ -> new ArrayList<>()).add(shadow);
        }
        unseen.forEach((type, shadows) -> {
            for (int from = 0; from < shadows.size(); from += IDS_MAX) {
                List<Shadow> some = shadows.subList(from, Math.min(from + IDS_MAX, shadows.size()));
                storeBooks.gone(lane, realm, absent(lane, realm, type, some), clock.instant());
            }
        });
    }

    /// Those of them that a query by id does not find either; what it finds is stored.
    private List<Shadow> absent(Lane lane, RealmId realm, EntityType type, List<Shadow> unseen) {
        if (!BookTypes.hasIds(type)) {
            return unseen;
        }
        List<String> ids = unseen.stream().map(shadow -> shadow.id().value()).toList();
        List<ObjectNode> found = quickBooks.query(realm, BookTypes.named(type, ids));
        storeBooks.page(lane, realm, type, found);
        Set<String> there = new HashSet<>();
        found.forEach(entity -> there.add(entity.path("Id").asText()));
        return unseen.stream().filter(shadow -> !there.contains(shadow.id().value())).toList();
    }
}
