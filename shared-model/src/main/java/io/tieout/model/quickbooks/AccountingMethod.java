package io.tieout.model.quickbooks;

/// When QuickBooks counts income and costs.
public enum AccountingMethod {
    /// When a document is dated.
    ACCRUAL("Accrual"),
    /// When it is paid.
    CASH("Cash");

    private final String wireName;

    AccountingMethod(String wireName) {
        this.wireName = wireName;
    }

    /// The name in QuickBooks' reports.
    public String wireName() {
        return wireName;
    }

    /// The method with QuickBooks' name `name`; refuses an unknown one.
    public static AccountingMethod of(String name) {
        for (AccountingMethod method : values()) {
            if (method.wireName.equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException("Unknown accounting method " + name);
    }
}
