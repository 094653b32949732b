package io.tieout.twin.quickbooks.report;

import org.jspecify.annotations.Nullable;

/// The sections of a profit and loss that accounts stand in, by account type.
enum Section {
    INCOME("Income", "Income", "Income", true),
    COGS("Cost of Goods Sold", "COGS", "Cost of Goods Sold", false),
    EXPENSES("Expense", "Expenses", "Expenses", false),
    OTHER_INCOME("Other Income", "OtherIncome", "Other Income", true),
    OTHER_EXPENSES("Other Expense", "OtherExpenses", "Other Expenses", false);

    private final String accountType;
    final String group;
    final String title;

    /// Whether credits raise it.
    final boolean income;

    Section(String accountType, String group, String title, boolean income) {
        this.accountType = accountType;
        this.group = group;
        this.title = title;
        this.income = income;
    }

    /// Nothing for accounts of the balance sheet.
    static @Nullable Section of(String accountType) {
        for (var section : values()) {
            if (section.accountType.equals(accountType)) {
                return section;
            }
        }
        return null;
    }
}
