package io.tieout.audit.review;

import io.tieout.audit.facts.KnownEntity;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Small books for tests: six customers in three states, four services, one expense item.
public final class Books {
    public static final RealmId REALM = new RealmId("9130350000000001");
    static final CurrencyCode USD = CurrencyCode.USD;
    static final Instant LOADED = Instant.parse("2026-11-01T00:00:00Z");
    static final List<String> STATES = List.of("NY", "CA", "WA");
    static final List<String> RATES = List.of("8.875", "7.25", "10.1");
    static final List<String> SERVICES =
            List.of("Consulting", "Project Management", "Engineering", "Training");
    static final List<String> PRICES = List.of("150.00", "180.00", "210.00", "95.50");
    static final int CUSTOMERS = 6;

    private Books() {}

    static BillingTerms terms() {
        return new BillingTerms(
                Map.of(
                        "customer 0",
                        new BillingTerms.Client(
                                Map.of("engineering", Money.of("205.00", USD)),
                                null,
                                null,
                                new BigDecimal("10")),
                        "customer 1",
                        new BillingTerms.Client(Map.of(), null, null, new BigDecimal("12.5"))),
                new BillingTerms.Tax(
                        false, Map.of("NY", "t0", "CA", "t1", "WA", "t2"), null, null, Map.of()),
                "Travel");
    }

    public static KnownEntity customer(int number) {
        String name = "Customer " + number;
        return entity(
                EntityType.CUSTOMER,
                "c" + number,
                new Entity.Customer(
                        name,
                        name,
                        null,
                        false,
                        "billing%d@customer.example".formatted(number),
                        "1 Main Street",
                        "Town",
                        STATES.get(number % STATES.size()),
                        "US",
                        number != 5,
                        null,
                        new EntityId("net30"),
                        USD));
    }

    static List<KnownEntity> customers() {
        List<KnownEntity> customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            customers.add(customer(i));
        }
        return customers;
    }

    static List<KnownEntity> lists() {
        List<KnownEntity> lists = new ArrayList<>();
        for (int i = 0; i < SERVICES.size(); i++) {
            lists.add(item("i" + i, SERVICES.get(i), Money.of(PRICES.get(i), USD), i % 2 == 0));
        }
        lists.add(item("i9", "Travel", null, false));
        lists.add(
                entity(
                        EntityType.ACCOUNT,
                        "a1",
                        new Entity.Account("Services", "4000", "Income", "Revenue")));
        lists.add(
                entity(
                        EntityType.ACCOUNT,
                        "a2",
                        new Entity.Account("Other income", "4900", "Income", "Revenue")));
        lists.add(
                entity(
                        EntityType.ITEM,
                        "i7",
                        new Entity.Item(
                                "Licences",
                                "Service",
                                Money.of("150.00", USD),
                                new EntityId("a2"),
                                true,
                                null)));
        lists.add(entity(EntityType.CLASS, "k1", new Entity.Named("East", "East", null)));
        lists.add(entity(EntityType.CLASS, "k2", new Entity.Named("West", "West", null)));
        lists.add(entity(EntityType.TERM, "net30", new Entity.Term("Net 30", 30)));
        return lists;
    }

    public static KnownEntity item(String id, String name, Money price, boolean taxable) {
        return entity(
                EntityType.ITEM,
                id,
                new Entity.Item(name, "Service", price, new EntityId("a1"), taxable, null));
    }

    static List<KnownEntity> taxCodes() {
        List<KnownEntity> codes = new ArrayList<>();
        for (int i = 0; i < STATES.size(); i++) {
            codes.add(
                    entity(
                            EntityType.TAX_CODE,
                            "t" + i,
                            new Entity.TaxCode(
                                    STATES.get(i), null, true, List.of(new EntityId("r" + i)))));
        }
        codes.add(
                entity(
                        EntityType.TAX_CODE,
                        "non",
                        new Entity.TaxCode("NON", null, false, List.of())));
        return codes;
    }

    static List<KnownEntity> taxRates() {
        List<KnownEntity> rates = new ArrayList<>();
        for (int i = 0; i < RATES.size(); i++) {
            rates.add(
                    entity(
                            EntityType.TAX_RATE,
                            "r" + i,
                            new Entity.TaxRate(STATES.get(i), Percent.of(RATES.get(i)))));
        }
        return rates;
    }

    public static KnownEntity entity(EntityType type, String id, Entity entity) {
        return new KnownEntity(
                new EntityObserved(REALM, type, new EntityId(id), true, LOADED, entity), false);
    }
}
