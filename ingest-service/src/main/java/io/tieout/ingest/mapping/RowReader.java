package io.tieout.ingest.mapping;

import static io.tieout.model.smartsheet.ColumnPart.ACCOUNT;
import static io.tieout.model.smartsheet.ColumnPart.AI_RECONCILIATION_STATUS;
import static io.tieout.model.smartsheet.ColumnPart.AMOUNT;
import static io.tieout.model.smartsheet.ColumnPart.APPROVED_HOURS;
import static io.tieout.model.smartsheet.ColumnPart.APPROVER_APPROVAL;
import static io.tieout.model.smartsheet.ColumnPart.BILLABLE;
import static io.tieout.model.smartsheet.ColumnPart.BUDGET;
import static io.tieout.model.smartsheet.ColumnPart.CLASS;
import static io.tieout.model.smartsheet.ColumnPart.COST;
import static io.tieout.model.smartsheet.ColumnPart.CREDIT;
import static io.tieout.model.smartsheet.ColumnPart.CUSTOMER;
import static io.tieout.model.smartsheet.ColumnPart.DATE;
import static io.tieout.model.smartsheet.ColumnPart.DEBIT;
import static io.tieout.model.smartsheet.ColumnPart.DEPARTMENT;
import static io.tieout.model.smartsheet.ColumnPart.DESCRIPTION;
import static io.tieout.model.smartsheet.ColumnPart.DOCUMENT_NUMBER;
import static io.tieout.model.smartsheet.ColumnPart.DRAFT_REFERENCE;
import static io.tieout.model.smartsheet.ColumnPart.FINANCE_APPROVAL;
import static io.tieout.model.smartsheet.ColumnPart.HOURS;
import static io.tieout.model.smartsheet.ColumnPart.INVOICE_NUMBER;
import static io.tieout.model.smartsheet.ColumnPart.INVOICE_STATUS;
import static io.tieout.model.smartsheet.ColumnPart.MILESTONE;
import static io.tieout.model.smartsheet.ColumnPart.NOTES;
import static io.tieout.model.smartsheet.ColumnPart.PROJECT;
import static io.tieout.model.smartsheet.ColumnPart.PROJECT_MANAGER;
import static io.tieout.model.smartsheet.ColumnPart.PURCHASE_ORDER;
import static io.tieout.model.smartsheet.ColumnPart.QUICKBOOKS_ID;
import static io.tieout.model.smartsheet.ColumnPart.RECONCILIATION_NOTES;
import static io.tieout.model.smartsheet.ColumnPart.RECONCILIATION_STATUS;
import static io.tieout.model.smartsheet.ColumnPart.SERVICE;
import static io.tieout.model.smartsheet.ColumnPart.STATUS;
import static io.tieout.model.smartsheet.ColumnPart.VENDOR;
import static io.tieout.model.smartsheet.ColumnPart.WORK_DATE;

import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.TimesheetFields;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Reads a row's cells as what the mapping says they are. A cell that does not fit becomes absent,
/// and a problem in words for the person who can mend it.
public final class RowReader {
    private RowReader() {}

    public static RowReading read(
            SheetMapping mapping, Collection<SheetColumn> columns, SheetRow row) {
        CellReader cells = new CellReader(mapping, columns, row);
        RowFields fields =
                switch (mapping.role()) {
                    case BILLING -> billing(mapping, cells);
                    case COSTS -> cost(cells);
                    case PROJECTS -> project(cells);
                    case DOCUMENTS -> document(mapping, cells);
                    case TIMESHEETS -> timesheet(cells);
                };
        return new RowReading(fields, cells.problems());
    }

    private static BillingFields billing(SheetMapping mapping, CellReader cells) {
        String status = cells.words(STATUS);
        return new BillingFields(
                status,
                status != null && mapping.isTrigger(status),
                cells.words(CUSTOMER),
                cells.words(PROJECT),
                cells.words(SERVICE),
                cells.words(DESCRIPTION),
                cells.day(WORK_DATE),
                cells.quantity(HOURS),
                cells.amount(COST),
                cells.box(BILLABLE),
                cells.words(CLASS),
                cells.words(DEPARTMENT),
                cells.person(PROJECT_MANAGER),
                cells.words(DRAFT_REFERENCE),
                cells.words(FINANCE_APPROVAL),
                cells.words(APPROVER_APPROVAL),
                cells.words(INVOICE_NUMBER),
                cells.words(INVOICE_STATUS),
                cells.words(NOTES),
                milestone(mapping, status, cells));
    }

    private static @Nullable LocalDate milestone(
            SheetMapping mapping, @Nullable String status, CellReader cells) {
        LocalDate milestone = cells.day(MILESTONE);
        return mapping.awaitsMilestone(status) ? milestone : null;
    }

    private static DocumentFields document(SheetMapping mapping, CellReader cells) {
        String status = cells.words(STATUS);
        return new DocumentFields(
                status,
                status != null && mapping.isTrigger(status),
                cells.documentKind(),
                cells.name(VENDOR),
                cells.words(DOCUMENT_NUMBER),
                cells.day(DATE),
                cells.words(DESCRIPTION),
                cells.words(CUSTOMER),
                cells.words(PROJECT),
                cells.words(SERVICE),
                cells.words(ACCOUNT),
                cells.quantity(HOURS),
                cells.amount(AMOUNT),
                cells.amount(DEBIT),
                cells.amount(CREDIT),
                cells.box(BILLABLE),
                cells.words(CLASS),
                cells.words(DEPARTMENT),
                cells.person(PROJECT_MANAGER),
                cells.words(DRAFT_REFERENCE),
                cells.words(FINANCE_APPROVAL),
                cells.words(APPROVER_APPROVAL),
                cells.words(INVOICE_NUMBER),
                cells.words(INVOICE_STATUS),
                cells.words(NOTES));
    }

    private static TimesheetFields timesheet(CellReader cells) {
        return new TimesheetFields(
                cells.words(PROJECT),
                cells.words(SERVICE),
                cells.words(PROJECT_MANAGER),
                cells.day(WORK_DATE),
                cells.quantity(HOURS),
                cells.words(DESCRIPTION),
                cells.words(RECONCILIATION_STATUS),
                cells.words(RECONCILIATION_NOTES),
                cells.words(AI_RECONCILIATION_STATUS));
    }

    private static CostFields cost(CellReader cells) {
        return new CostFields(
                cells.name(VENDOR),
                cells.words(DOCUMENT_NUMBER),
                cells.words(DESCRIPTION),
                cells.words(PROJECT),
                cells.day(DATE),
                cells.amount(AMOUNT),
                cells.words(RECONCILIATION_STATUS),
                cells.words(RECONCILIATION_NOTES),
                cells.words(PURCHASE_ORDER),
                cells.words(QUICKBOOKS_ID),
                cells.words(ACCOUNT),
                cells.words(CLASS),
                cells.words(AI_RECONCILIATION_STATUS));
    }

    private static ProjectFields project(CellReader cells) {
        return new ProjectFields(
                cells.words(PROJECT),
                cells.words(CUSTOMER),
                cells.quantity(APPROVED_HOURS),
                cells.amount(BUDGET),
                cells.person(PROJECT_MANAGER));
    }
}
