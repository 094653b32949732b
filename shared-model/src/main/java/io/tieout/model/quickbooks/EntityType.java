package io.tieout.model.quickbooks;

import com.fasterxml.jackson.annotation.JsonValue;

/// The QuickBooks entity types that Tieout follows, with QuickBooks' own names.
public enum EntityType {
    CUSTOMER("Customer", false),
    VENDOR("Vendor", false),
    ITEM("Item", false),
    ACCOUNT("Account", false),
    CLASS("Class", false),
    DEPARTMENT("Department", false),
    TERM("Term", false),
    TAX_CODE("TaxCode", false),
    TAX_RATE("TaxRate", false),
    COMPANY_INFO("CompanyInfo", false),
    PREFERENCES("Preferences", false),
    INVOICE("Invoice", true),
    ESTIMATE("Estimate", true),
    BILL("Bill", true),
    PURCHASE("Purchase", true),
    VENDOR_CREDIT("VendorCredit", true),
    PURCHASE_ORDER("PurchaseOrder", true),
    TIME_ACTIVITY("TimeActivity", true),
    JOURNAL_ENTRY("JournalEntry", true),
    PAYMENT("Payment", true);

    private final String wireName;
    private final boolean transaction;

    EntityType(String wireName, boolean transaction) {
        this.wireName = wireName;
        this.transaction = transaction;
    }

    /// The name in QuickBooks' queries and JSON, case included.
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /// Whether it is a transaction rather than an entry of a list.
    public boolean isTransaction() {
        return transaction;
    }

    /// The type with QuickBooks' name `name`; refuses an unknown one.
    public static EntityType of(String name) {
        for (EntityType type : values()) {
            if (type.wireName.equals(name)) {
                return type;
            }
        }
        throw new IllegalArgumentException("Unknown entity type " + name);
    }
}
