package io.tieout.invoice;

import io.tieout.invoice.books.Listed;
import io.tieout.invoice.rules.BillingRules;
import io.tieout.invoice.rules.ClientRules;
import io.tieout.invoice.rules.TaxRules;
import io.tieout.model.id.EntityId;
import io.tieout.model.id.RealmId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityObserved;
import io.tieout.model.quickbooks.EntityType;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Books to draft against: a taxed customer in New York, an untaxed one, an inactive one.
public final class Sample {
    public static final RealmId REALM = new RealmId("9130350000000001");
    public static final CurrencyCode USD = CurrencyCode.USD;
    public static final EntityId HARBOR = new EntityId("58");
    public static final EntityId MERIDIAN = new EntityId("59");
    public static final EntityId PIER_JOB = new EntityId("70");
    public static final EntityId ENGINEERING = new EntityId("3");
    public static final EntityId CONSULTING = new EntityId("1");
    public static final EntityId TRAVEL = new EntityId("4");
    public static final EntityId NEW_YORK = new EntityId("2");

    private Sample() {}

    public static Money usd(String amount) {
        return Money.of(amount, USD);
    }

    public static Entity.Customer customer(
            String name,
            boolean taxable,
            @Nullable String state,
            @Nullable EntityId taxCode,
            @Nullable EntityId parent) {
        return new Entity.Customer(
                name,
                name,
                parent,
                parent != null,
                "ap@example.com",
                null,
                null,
                state,
                "USA",
                taxable,
                taxCode,
                null,
                null);
    }

    public static Listed<Entity.Customer> harbor() {
        return new Listed<>(HARBOR, true, customer("Harbor Works LLC", true, "NY", null, null));
    }

    public static Listed<Entity.Customer> meridian() {
        return new Listed<>(MERIDIAN, true, customer("Meridian Health", false, "CT", null, null));
    }

    public static Entity.Item item(String name, @Nullable String price, boolean taxable) {
        return new Entity.Item(
                name,
                "Service",
                price == null ? null : usd(price),
                new EntityId("1"),
                taxable,
                null);
    }

    public static List<Listed<Entity.Item>> items() {
        return List.of(
                new Listed<>(CONSULTING, true, item("Consulting", "150.00", false)),
                new Listed<>(ENGINEERING, true, item("Engineering", "210.00", true)),
                new Listed<>(TRAVEL, true, item("Travel", null, false)),
                new Listed<>(new EntityId("5"), false, item("Drafting", "90.00", false)),
                new Listed<>(new EntityId("6"), true, item("Unpriced", null, false)));
    }

    public static List<Listed<Entity.Named>> classes() {
        return List.of(
                new Listed<>(new EntityId("200"), true, new Entity.Named("Works", "Works", null)),
                new Listed<>(
                        new EntityId("201"), true, new Entity.Named("Pumps", "Works:Pumps", null)));
    }

    public static List<Listed<Entity.Named>> departments() {
        return List.of(
                new Listed<>(new EntityId("1"), true, new Entity.Named("East", "East", null)));
    }

    public static List<Listed<Entity.Term>> terms() {
        return List.of(new Listed<>(new EntityId("3"), true, new Entity.Term("Net 30", 30)));
    }

    public static List<Listed<Entity.TaxCode>> taxCodes() {
        return List.of(
                new Listed<>(
                        NEW_YORK,
                        true,
                        new Entity.TaxCode(
                                "New York City",
                                null,
                                true,
                                List.of(new EntityId("21"), new EntityId("22")))),
                new Listed<>(
                        new EntityId("9"),
                        true,
                        new Entity.TaxCode("Exempt", null, false, List.of())));
    }

    public static List<Listed<Entity.TaxRate>> taxRates() {
        return List.of(
                new Listed<>(
                        new EntityId("21"), true, new Entity.TaxRate("State", Percent.of("4"))),
                new Listed<>(
                        new EntityId("22"), true, new Entity.TaxRate("City", Percent.of("4.875"))));
    }

    public static BillingRules rules(TaxRules tax, ClientRules... clients) {
        return new BillingRules(
                "v1",
                USD,
                Duration.ofSeconds(2),
                "Net 30",
                RoundingMode.HALF_UP,
                List.of(clients),
                tax,
                "Travel");
    }

    public static Entity.Company company() {
        return new Entity.Company("Tieout Sample", "US", "America/New_York");
    }

    public static Entity.Preferences preferences() {
        return new Entity.Preferences(USD, false, null, true, true, true, false);
    }

    /// With the switches that a company may have.
    public static Entity.Preferences switched(
            boolean classes,
            boolean departments,
            boolean serviceDates,
            boolean customersOnSpend,
            boolean billableSpend) {
        return new Entity.Preferences(
                USD,
                false,
                null,
                classes,
                departments,
                true,
                false,
                serviceDates,
                customersOnSpend,
                billableSpend,
                null);
    }

    /// Where QuickBooks works the tax out, or the company numbers by hand.
    public static Entity.Preferences preferences(boolean automatedTax, boolean numbersByHand) {
        return new Entity.Preferences(
                USD, false, null, true, true, true, numbersByHand, true, true, true, automatedTax);
    }

    /// All of the books as ingest publishes them.
    public static List<EntityObserved> published() {
        List<EntityObserved> all = new ArrayList<>();
        all.add(observed(EntityType.CUSTOMER, harbor()));
        all.add(observed(EntityType.CUSTOMER, meridian()));
        all.add(
                observed(
                        EntityType.CUSTOMER,
                        new Listed<>(
                                new EntityId("62"),
                                true,
                                customer("Orchid Robotics", false, "MA", null, null))));
        all.add(
                observed(
                        EntityType.CUSTOMER,
                        new Listed<>(
                                new EntityId("63"),
                                true,
                                customer("Orchard Foods", false, "NY", null, null))));
        all.add(
                observed(
                        EntityType.CUSTOMER,
                        new Listed<>(
                                new EntityId("64"),
                                false,
                                customer("Orchard Robots", false, "NY", null, null))));
        items().forEach(item -> all.add(observed(EntityType.ITEM, item)));
        classes().forEach(named -> all.add(observed(EntityType.CLASS, named)));
        departments().forEach(named -> all.add(observed(EntityType.DEPARTMENT, named)));
        terms().forEach(term -> all.add(observed(EntityType.TERM, term)));
        taxCodes().forEach(code -> all.add(observed(EntityType.TAX_CODE, code)));
        taxRates().forEach(rate -> all.add(observed(EntityType.TAX_RATE, rate)));
        all.add(
                observed(
                        EntityType.COMPANY_INFO, new Listed<>(new EntityId("1"), true, company())));
        all.add(
                observed(
                        EntityType.PREFERENCES,
                        new Listed<>(new EntityId("1"), true, preferences())));
        return all;
    }

    public static EntityObserved observed(EntityType type, Listed<?> listed) {
        return new EntityObserved(
                REALM,
                type,
                listed.id(),
                listed.active(),
                Instant.parse("2026-11-01T00:00:00Z"),
                listed.entity());
    }
}
