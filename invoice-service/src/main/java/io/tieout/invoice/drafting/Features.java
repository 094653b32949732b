package io.tieout.invoice.drafting;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a company has switched on in QuickBooks, which refuses a document that uses anything else
/// (5030). What is not known counts as on.
public final class Features {
    private final Entity.@Nullable Preferences preferences;

    public Features(Entity.@Nullable Preferences preferences) {
        this.preferences = preferences;
    }

    public boolean classes() {
        return preferences == null || preferences.classPerLine();
    }

    public boolean departments() {
        return preferences == null || preferences.trackDepartments();
    }

    boolean serviceDates() {
        return preferences == null || !Boolean.FALSE.equals(preferences.serviceDates());
    }

    /// Whether QuickBooks numbers only those documents that ask for it.
    boolean numbersByHand() {
        return preferences != null && preferences.customTransactionNumbers();
    }

    /// Whether lines of what is bought may name a customer.
    public boolean customersOnSpend() {
        return preferences == null || !Boolean.FALSE.equals(preferences.customersOnSpend());
    }

    /// Whether such a line may be billable.
    public boolean billableSpend() {
        return preferences == null || !Boolean.FALSE.equals(preferences.billableSpend());
    }

    /// Of a row that names a class; what would be posted without it is not what the row says.
    public static Refusal noClasses(String name, List<RowRef> rows) {
        return off(
                FindingKind.UNKNOWN_CLASS,
                "Class “%s” cannot be booked".formatted(name),
                "The company keeps no classes for lines in QuickBooks.",
                "Clear the Class cell, or switch on classes, one for each row, in QuickBooks' settings; it goes on by itself then.",
                rows);
    }

    /// Of a row that names a department.
    public static Refusal noDepartments(String name, List<RowRef> rows) {
        return off(
                FindingKind.UNKNOWN_DEPARTMENT,
                "Department “%s” cannot be booked".formatted(name),
                "The company keeps no departments (locations) in QuickBooks.",
                "Clear the Department cell, or switch on locations in QuickBooks' settings; it goes on by itself then.",
                rows);
    }

    /// Of a row of a bill or an order that names a customer.
    public static Refusal noCustomersOnSpend(String name, List<RowRef> rows) {
        return off(
                FindingKind.INVALID_CELL,
                "What is bought cannot be booked for “%s”".formatted(name),
                "The company does not keep expenses by customer in QuickBooks.",
                "Clear the Customer cell, or switch on tracking of expenses by customer in QuickBooks' settings; it goes on by itself then.",
                rows);
    }

    /// Of a row of a bill or an order that is marked as billable.
    public static Refusal noBillableSpend(List<RowRef> rows) {
        return off(
                FindingKind.INVALID_CELL,
                "An expense cannot be billable",
                "The company does not bill expenses on in QuickBooks.",
                "Clear the Billable cell, or switch on billable expenses in QuickBooks' settings; it goes on by itself then.",
                rows);
    }

    private static Refusal off(
            FindingKind kind, String title, String detail, String remedy, List<RowRef> rows) {
        return new Refusal(
                kind,
                Severity.ERROR,
                "off:" + title,
                rows,
                title,
                detail,
                remedy,
                List.of(),
                null,
                Need.FEATURE);
    }
}
