package io.tieout.ingest.books;

import com.fasterxml.jackson.databind.JsonNode;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Percent;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.quickbooks.EntityType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads QuickBooks' JSON into the parts that Tieout uses, to the last digit. Pure.
final class EntityReader {
    private static final EntityId UNNAMED = new EntityId("?");
    private static final Set<EntityType> NEVER_VOID =
            EnumSet.of(EntityType.TIME_ACTIVITY, EntityType.JOURNAL_ENTRY);

    private final CurrencyCode homeCurrency;

    /// @param homeCurrency of amounts that do not say
    EntityReader(CurrencyCode homeCurrency) {
        this.homeCurrency = homeCurrency;
    }

    EntityReading read(EntityType type, JsonNode json) {
        Fields fields = new Fields(json, homeCurrency);
        String id = fields.text("Id");
        EntityId entityId = id == null ? UNNAMED : new EntityId(id);
        try {
            Instant updated = lastUpdated(fields);
            return new EntityReading.Present(
                    type,
                    new EntityId(fields.required("Id")),
                    Long.parseLong(fields.textOr("SyncToken", "0")),
                    updated == null ? Instant.EPOCH : updated,
                    fields.flag("Active", true),
                    isVoided(type, fields),
                    entity(type, fields));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new EntityReading.Unreadable(type, entityId, String.valueOf(e.getMessage()));
        }
    }

    private Entity entity(EntityType type, Fields json) {
        return switch (type) {
            case CUSTOMER -> customer(json);
            case VENDOR ->
                    new Entity.Vendor(
                            json.required("DisplayName"),
                            json.at("PrimaryEmailAddr").text("Address"),
                            json.reference("TermRef"),
                            json.currencyOrNull());
            case ITEM -> item(json);
            case ACCOUNT ->
                    new Entity.Account(
                            json.required("Name"),
                            json.text("AcctNum"),
                            json.textOr("AccountType", ""),
                            json.textOr("Classification", ""),
                            json.currencyOrNull());
            case CLASS, DEPARTMENT ->
                    new Entity.Named(
                            json.required("Name"),
                            json.textOr("FullyQualifiedName", json.required("Name")),
                            json.reference("ParentRef"));
            case TERM -> new Entity.Term(json.required("Name"), json.whole("DueDays"));
            case TAX_CODE -> taxCode(json);
            case TAX_RATE ->
                    new Entity.TaxRate(
                            json.required("Name"), new Percent(json.decimalOrZero("RateValue")));
            case COMPANY_INFO ->
                    new Entity.Company(
                            json.required("CompanyName"),
                            json.textOr("Country", "US"),
                            json.text("DefaultTimeZone"));
            case PREFERENCES -> preferences(json);
            case INVOICE,
                    ESTIMATE,
                    BILL,
                    PURCHASE,
                    VENDOR_CREDIT,
                    PURCHASE_ORDER,
                    TIME_ACTIVITY,
                    JOURNAL_ENTRY,
                    PAYMENT ->
                    TransactionReader.read(type, json);
        };
    }

    private static Entity customer(Fields json) {
        Fields address = json.at("BillAddr");
        return new Entity.Customer(
                json.required("DisplayName"),
                json.textOr("FullyQualifiedName", json.required("DisplayName")),
                json.reference("ParentRef"),
                json.flag("Job", false),
                json.at("PrimaryEmailAddr").text("Address"),
                address.text("Line1"),
                address.text("City"),
                address.text("CountrySubDivisionCode"),
                address.text("Country"),
                json.flag("Taxable", false),
                json.reference("DefaultTaxCodeRef"),
                json.reference("SalesTermRef"),
                json.currencyOrNull(),
                json.flag("IsProject", false) ? true : null);
    }

    private static Entity item(Fields json) {
        return new Entity.Item(
                json.required("Name"),
                json.textOr("Type", ""),
                json.rate("UnitPrice"),
                json.reference("IncomeAccountRef"),
                json.flag("Taxable", false),
                json.reference("ClassRef"),
                json.reference("SalesTaxCodeRef"));
    }

    private static Entity taxCode(Fields json) {
        List<EntityId> rates = new ArrayList<>();
        for (Fields detail : json.at("SalesTaxRateList").list("TaxRateDetail")) {
            EntityId rate = detail.reference("TaxRateRef");
            if (rate != null) {
                rates.add(rate);
            }
        }
        return new Entity.TaxCode(
                json.required("Name"),
                json.text("Description"),
                json.flag("Taxable", !rates.isEmpty()),
                rates);
    }

    private Entity preferences(Fields json) {
        Fields accounting = json.at("AccountingInfoPrefs");
        Fields sales = json.at("SalesFormsPrefs");
        Fields spend = json.at("VendorAndPurchasesPrefs");
        Fields tax = json.at("TaxPrefs");
        Fields currencies = json.at("CurrencyPrefs");
        EntityId home = currencies.reference("HomeCurrency");
        return new Entity.Preferences(
                home == null ? homeCurrency : new CurrencyCode(home.value()),
                currencies.flag("MultiCurrencyEnabled", false),
                accounting.date("BookCloseDate"),
                accounting.flag("ClassTrackingPerTxnLine", false),
                accounting.flag("TrackDepartments", false),
                tax.flag("UsingSalesTax", false),
                sales.flag("CustomTxnNumbers", false),
                sales.flagOrNull("AllowServiceDate"),
                spend.flagOrNull("TrackingByCustomer"),
                spend.flagOrNull("BillableExpenseTracking"),
                tax.flagOrNull("PartnerTaxEnabled"));
    }

    private static @Nullable Instant lastUpdated(Fields json) {
        return json.at("MetaData").instant("LastUpdatedTime");
    }

    /// A void document keeps its id with a total of zero; there is no other sign than the note.
    /// Time has no total, and that of a journal entry counts for nothing: neither is taken for
    /// void.
    private static boolean isVoided(EntityType type, Fields json) {
        if (!type.isTransaction() || NEVER_VOID.contains(type)) {
            return false;
        }
        BigDecimal total = json.decimal("TotalAmt");
        return total != null
                && total.signum() == 0
                && json.textOr("PrivateNote", "").contains("Voided");
    }
}
