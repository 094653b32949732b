package io.tieout.invoice.rows;

import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.money.Money;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.DocumentKind;
import io.tieout.model.smartsheet.RowObserved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides from a document row's own cells alone whether it is wanted, and with which others.
final class DocumentCheck {
    private DocumentCheck() {}

    static RowStanding check(RowObserved row, DocumentFields fields) {
        List<RowFault> faults = new ArrayList<>(RowCheck.cellFaults(row));
        DocumentKind kind = fields.kind();
        LocalDate date = fields.date();
        if (fields.ready()) {
            RowCheck.missing(row, ColumnPart.DOCUMENT_KIND, kind, "Kind", faults);
            RowCheck.missing(row, ColumnPart.DATE, date, "Date", faults);
            if (kind != null) {
                addFaultsOf(kind, row, fields, faults);
            }
        }
        if (!faults.isEmpty()) {
            return new RowStanding.Faulty(faults);
        }
        return !fields.ready() || kind == null || date == null
                ? new RowStanding.NotReady()
                : new RowStanding.Wanted(group(row, fields, kind, date));
    }

    /// Time is entered row by row; rows without a number stand alone.
    private static DocumentGroup group(
            RowObserved row, DocumentFields fields, DocumentKind kind, LocalDate date) {
        String number =
                kind == DocumentKind.TIME_ACTIVITY ? null : RowCheck.text(fields.documentNumber());
        return new DocumentGroup(
                row.realmId(),
                row.row().sheetId(),
                kind,
                kind == DocumentKind.JOURNAL_ENTRY ? null : RowCheck.text(fields.vendor()),
                number,
                date,
                number == null ? row.row().rowId() : null);
    }

    private static void addFaultsOf(
            DocumentKind kind, RowObserved row, DocumentFields fields, List<RowFault> faults) {
        switch (kind) {
            case BILL, PURCHASE_ORDER -> {
                need(row, ColumnPart.VENDOR, fields.vendor(), "Vendor", faults);
                String target = fields.service() == null ? fields.account() : fields.service();
                need(row, ColumnPart.ACCOUNT, target, "Account or Service", faults);
                positive(row, ColumnPart.AMOUNT, fields.amount(), "Amount", faults);
                customerIfBillable(row, fields, faults);
            }
            case JOURNAL_ENTRY -> {
                need(
                        row,
                        ColumnPart.DOCUMENT_NUMBER,
                        fields.documentNumber(),
                        "Document Number",
                        faults);
                need(row, ColumnPart.ACCOUNT, fields.account(), "Account", faults);
                side(row, fields, faults);
            }
            case TIME_ACTIVITY -> {
                need(row, ColumnPart.VENDOR, fields.vendor(), "Vendor", faults);
                need(row, ColumnPart.SERVICE, fields.service(), "Service", faults);
                RowCheck.missing(row, ColumnPart.HOURS, fields.hours(), "Hours", faults);
                if (fields.hours() != null && fields.hours().value().signum() <= 0) {
                    faults.add(notPositive(row, ColumnPart.HOURS, "Hours"));
                }
                customerIfBillable(row, fields, faults);
            }
        }
    }

    private static void need(
            RowObserved row,
            ColumnPart part,
            @Nullable String value,
            String title,
            List<RowFault> faults) {
        RowCheck.missing(row, part, RowCheck.text(value), title, faults);
    }

    private static void positive(
            RowObserved row,
            ColumnPart part,
            @Nullable Money amount,
            String title,
            List<RowFault> faults) {
        RowCheck.missing(row, part, amount, title, faults);
        if (amount != null && !isPositive(amount)) {
            faults.add(notPositive(row, part, title));
        }
    }

    private static void side(RowObserved row, DocumentFields fields, List<RowFault> faults) {
        Money debit = fields.debit();
        Money credit = fields.credit();
        boolean hasDebit = debit != null && !debit.isZero();
        boolean hasCredit = credit != null && !credit.isZero();
        if (hasDebit && hasCredit) {
            faults.add(
                    new RowFault(
                            FindingKind.INVALID_CELL,
                            Severity.ERROR,
                            "DEBIT+CREDIT",
                            "%s has both a debit and a credit"
                                    .formatted(RowCheck.capitalised(RowCheck.label(row))),
                            "A line of a journal entry stands on one side.",
                            "Put the other side on a row of its own."));
        } else if (hasCredit) {
            positive(row, ColumnPart.CREDIT, credit, "Credit", faults);
        } else {
            positive(row, ColumnPart.DEBIT, debit, "Debit", faults);
        }
    }

    private static void customerIfBillable(
            RowObserved row, DocumentFields fields, List<RowFault> faults) {
        if (Boolean.TRUE.equals(fields.billable())) {
            need(row, ColumnPart.CUSTOMER, fields.customer(), "Customer", faults);
        }
    }

    private static boolean isPositive(Money amount) {
        return !amount.isZero() && !amount.isNegative();
    }

    private static RowFault notPositive(RowObserved row, ColumnPart part, String title) {
        return new RowFault(
                FindingKind.NEGATIVE_QUANTITY,
                Severity.ERROR,
                part.name(),
                "%s is not positive in %s".formatted(title, RowCheck.label(row)),
                "A line of a document needs a positive figure.",
                "Enter a positive figure.");
    }
}
