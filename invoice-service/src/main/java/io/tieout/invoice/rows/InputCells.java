package io.tieout.invoice.rows;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.DraftedFields;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The cells that people fill in and drafts are made from. What Tieout writes itself is not among
/// them, so its own writes never look like a change.
public record InputCells(
        @Nullable String customer,
        @Nullable String project,
        @Nullable String service,
        @Nullable String description,
        @Nullable LocalDate workDate,
        @Nullable Quantity hours,
        @Nullable Money cost,
        @Nullable Boolean billable,
        @Nullable String className,
        @Nullable String departmentName,
        @Nullable String projectManager,
        @Nullable LocalDate milestone) {
    private static final Set<ColumnPart> PARTS =
            EnumSet.of(
                    ColumnPart.STATUS,
                    ColumnPart.CUSTOMER,
                    ColumnPart.PROJECT,
                    ColumnPart.SERVICE,
                    ColumnPart.DESCRIPTION,
                    ColumnPart.WORK_DATE,
                    ColumnPart.HOURS,
                    ColumnPart.COST,
                    ColumnPart.BILLABLE,
                    ColumnPart.CLASS,
                    ColumnPart.DEPARTMENT,
                    ColumnPart.APPROVED_HOURS,
                    ColumnPart.BUDGET,
                    ColumnPart.MILESTONE,
                    ColumnPart.DOCUMENT_KIND,
                    ColumnPart.VENDOR,
                    ColumnPart.DOCUMENT_NUMBER,
                    ColumnPart.DATE,
                    ColumnPart.ACCOUNT,
                    ColumnPart.AMOUNT,
                    ColumnPart.CURRENCY,
                    ColumnPart.DEBIT,
                    ColumnPart.CREDIT);

    public static InputCells of(BillingFields fields) {
        return new InputCells(
                fields.customer(),
                fields.project(),
                fields.service(),
                fields.description(),
                fields.workDate(),
                fields.hours(),
                fields.cost(),
                fields.billable(),
                fields.className(),
                fields.departmentName(),
                fields.projectManager(),
                fields.milestone());
    }

    /// Equal for rows that people filled in alike.
    public static String hash(DraftedFields fields) {
        return switch (fields) {
            case BillingFields billing -> of(billing).hash();
            case DocumentFields document -> hash(document);
        };
    }

    private static String hash(DocumentFields it) {
        return CanonicalJson.sha256(
                Stream.of(
                                it.kind(),
                                it.vendor(),
                                it.documentNumber(),
                                it.date(),
                                it.description(),
                                it.customer(),
                                it.project(),
                                it.service(),
                                it.account(),
                                it.hours(),
                                it.amount(),
                                it.debit(),
                                it.credit(),
                                it.billable(),
                                it.className(),
                                it.departmentName())
                        .map(cell -> Objects.toString(cell, ""))
                        .toList());
    }

    static boolean isInput(ColumnPart part) {
        return PARTS.contains(part);
    }

    /// Equal for equal cells.
    public String hash() {
        return CanonicalJson.sha256(this);
    }
}
