package io.tieout.model.quickbooks;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.tieout.model.id.EntityId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.money.Money;
import io.tieout.model.money.Percent;
import io.tieout.model.money.Quantity;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a QuickBooks entity that Tieout uses, in its own words.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entity.Customer.class, name = "customer"),
    @JsonSubTypes.Type(value = Entity.Vendor.class, name = "vendor"),
    @JsonSubTypes.Type(value = Entity.Item.class, name = "item"),
    @JsonSubTypes.Type(value = Entity.Account.class, name = "account"),
    @JsonSubTypes.Type(value = Entity.Named.class, name = "named"),
    @JsonSubTypes.Type(value = Entity.Term.class, name = "term"),
    @JsonSubTypes.Type(value = Entity.TaxCode.class, name = "tax-code"),
    @JsonSubTypes.Type(value = Entity.TaxRate.class, name = "tax-rate"),
    @JsonSubTypes.Type(value = Entity.Company.class, name = "company"),
    @JsonSubTypes.Type(value = Entity.Preferences.class, name = "preferences"),
    @JsonSubTypes.Type(value = Entity.Transaction.class, name = "transaction")
})
public sealed interface Entity {
    /// A customer, job or project; `fullyQualifiedName` is `Parent:Child`.
    ///
    /// @param state region of the billing address, such as `NY`; it decides the tax code
    /// @param taxable kept in the USA; elsewhere QuickBooks need not keep it
    /// @param taxCodeId the customer's own default tax code
    /// @param project true for a job that QuickBooks keeps as a project; absent otherwise
    record Customer(
            String displayName,
            String fullyQualifiedName,
            @Nullable EntityId parentId,
            boolean job,
            @Nullable String email,
            @Nullable String addressLine,
            @Nullable String city,
            @Nullable String state,
            @Nullable String country,
            boolean taxable,
            @Nullable EntityId taxCodeId,
            @Nullable EntityId termId,
            @Nullable CurrencyCode currency,
            @Nullable Boolean project)
            implements Entity {
        /// One that QuickBooks does not call a project.
        public Customer(
                String displayName,
                String fullyQualifiedName,
                @Nullable EntityId parentId,
                boolean job,
                @Nullable String email,
                @Nullable String addressLine,
                @Nullable String city,
                @Nullable String state,
                @Nullable String country,
                boolean taxable,
                @Nullable EntityId taxCodeId,
                @Nullable EntityId termId,
                @Nullable CurrencyCode currency) {
            this(
                    displayName,
                    fullyQualifiedName,
                    parentId,
                    job,
                    email,
                    addressLine,
                    city,
                    state,
                    country,
                    taxable,
                    taxCodeId,
                    termId,
                    currency,
                    null);
        }
    }

    /// A vendor.
    ///
    /// @param currency of its documents; absent: the books' own
    record Vendor(
            String displayName,
            @Nullable String email,
            @Nullable EntityId termId,
            @Nullable CurrencyCode currency)
            implements Entity {}

    /// A product or service with its standard rate per unit.
    ///
    /// @param taxable kept in the USA; elsewhere QuickBooks need not keep it
    /// @param salesTaxCodeId the item's own tax code on sales, outside the USA
    record Item(
            String name,
            String kind,
            @Nullable Money unitPrice,
            @Nullable EntityId incomeAccountId,
            boolean taxable,
            @Nullable EntityId classId,
            @Nullable EntityId salesTaxCodeId)
            implements Entity {
        /// An item in US books.
        public Item(
                String name,
                String kind,
                @Nullable Money unitPrice,
                @Nullable EntityId incomeAccountId,
                boolean taxable,
                @Nullable EntityId classId) {
            this(name, kind, unitPrice, incomeAccountId, taxable, classId, null);
        }
    }

    /// A ledger account.
    ///
    /// @param currency of what is booked on it, where that is known
    record Account(
            String name,
            @Nullable String number,
            String accountType,
            String classification,
            @Nullable CurrencyCode currency)
            implements Entity {
        /// One whose currency is not known.
        public Account(
                String name, @Nullable String number, String accountType, String classification) {
            this(name, number, accountType, classification, null);
        }
    }

    /// A class or a department: a name in a tree.
    record Named(String name, String fullyQualifiedName, @Nullable EntityId parentId)
            implements Entity {}

    /// Payment terms; `dueDays` counts from the document's date.
    record Term(String name, @Nullable Integer dueDays) implements Entity {}

    /// A tax code and the rates that it adds on sales.
    record TaxCode(
            String name, @Nullable String description, boolean taxable, List<EntityId> salesRateIds)
            implements Entity {
        public TaxCode {
            salesRateIds = List.copyOf(salesRateIds);
        }
    }

    /// A tax rate in percent.
    record TaxRate(String name, Percent rate) implements Entity {}

    /// The company itself. Business dates are in its time zone.
    record Company(String name, String country, @Nullable String timeZone) implements Entity {}

    /// What the company has switched on, and until when its books are closed. A switch that is
    /// absent is not known.
    ///
    /// @param serviceDates whether lines of sales may have a service date
    /// @param customersOnSpend whether lines of bills and orders may name a customer
    /// @param billableSpend whether such a line may be billable to its customer
    /// @param automatedSalesTax whether QuickBooks works sales tax out by itself, whatever code it
    ///   is sent (USA)
    record Preferences(
            CurrencyCode homeCurrency,
            boolean multiCurrency,
            @Nullable LocalDate bookCloseDate,
            boolean classPerLine,
            boolean trackDepartments,
            boolean usingSalesTax,
            boolean customTransactionNumbers,
            @Nullable Boolean serviceDates,
            @Nullable Boolean customersOnSpend,
            @Nullable Boolean billableSpend,
            @Nullable Boolean automatedSalesTax)
            implements Entity {
        /// Of a company of which the other switches are not known.
        public Preferences(
                CurrencyCode homeCurrency,
                boolean multiCurrency,
                @Nullable LocalDate bookCloseDate,
                boolean classPerLine,
                boolean trackDepartments,
                boolean usingSalesTax,
                boolean customTransactionNumbers) {
            this(
                    homeCurrency,
                    multiCurrency,
                    bookCloseDate,
                    classPerLine,
                    trackDepartments,
                    usingSalesTax,
                    customTransactionNumbers,
                    null,
                    null,
                    null,
                    null);
        }
    }

    /// An invoice, bill, purchase, payment, time activity or other document.
    ///
    /// @param counterpartyId customer or vendor
    /// @param purchaseOrderId the one purchase order that it is for
    /// @param total the document's own total as QuickBooks computed it; absent for time activities
    record Transaction(
            @Nullable String documentNumber,
            LocalDate date,
            @Nullable LocalDate dueDate,
            @Nullable EntityType counterpartyType,
            @Nullable EntityId counterpartyId,
            @Nullable String counterpartyName,
            CurrencyCode currency,
            @Nullable Money total,
            @Nullable Money tax,
            @Nullable Money balance,
            @Nullable EntityId departmentId,
            @Nullable String privateNote,
            @Nullable String emailStatus,
            @Nullable EntityId purchaseOrderId,
            List<Line> lines)
            implements Entity {
        public Transaction {
            lines = List.copyOf(lines);
        }
    }

    /// One line of a transaction.
    ///
    /// @param party whom the line itself names: who worked, or a journal line's vendor
    record Line(
            @Nullable String lineId,
            @Nullable String description,
            Money amount,
            @Nullable Quantity quantity,
            @Nullable EntityId itemId,
            @Nullable EntityId accountId,
            @Nullable EntityId classId,
            @Nullable EntityId customerId,
            @Nullable String posting,
            @Nullable String party) {}
}
