package io.tieout.ingest.hydration;

import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.EffectResult.Posted;
import io.tieout.model.effect.ResultField;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.TimesheetFields;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an effect wrote into rows, and what a row says after it. Pure.
final class WrittenCells {
    private final ProposalState state;
    private final UpdateRows update;
    private final Map<RowId, UpdateRows.RowUpdate> byRow;

    WrittenCells(ProposalState state, UpdateRows update) {
        this.state = state;
        this.update = update;
        this.byRow =
                update.rows().stream()
                        .collect(
                                Collectors.toMap(
                                        UpdateRows.RowUpdate::rowId,
                                        row -> row,
                                        (first, _) -> first));
    }

    SheetId sheet() {
        return update.sheetId();
    }

    List<RowId> rows() {
        return List.copyOf(byRow.keySet());
    }

    /// The row after the write.
    RowObserved on(RowObserved before) {
        UpdateRows.RowUpdate written = byRow.get(before.row().rowId());
        if (written == null) {
            return before;
        }
        Map<ColumnPart, @Nullable String> texts =
                new EnumMap<ColumnPart, @Nullable String>(ColumnPart.class);
        written.cells().forEach(cell -> texts.put(cell.part(), text(cell.content())));
        return new RowObserved(
                before.row(),
                before.realmId(),
                before.role(),
                before.sheetName(),
                before.rowNumber(),
                fields(before.fields(), texts),
                before.problems().stream()
                        .filter(problem -> !texts.containsKey(problem.part()))
                        .toList(),
                before.columns(),
                before.modifiedAt(),
                before.modifiedBy(),
                before.beforeCutOver(),
                before.context());
    }

    private static RowFields fields(RowFields before, Map<ColumnPart, @Nullable String> texts) {
        return switch (before) {
            case BillingFields billing -> billing(billing, texts);
            case CostFields cost ->
                    new CostFields(
                            cost.vendor(),
                            cost.documentNumber(),
                            cost.description(),
                            cost.project(),
                            cost.date(),
                            cost.amount(),
                            or(
                                    texts,
                                    ColumnPart.RECONCILIATION_STATUS,
                                    cost.reconciliationStatus()),
                            or(texts, ColumnPart.RECONCILIATION_NOTES, cost.reconciliationNotes()),
                            cost.purchaseOrder(),
                            cost.quickbooksId(),
                            cost.account(),
                            cost.className(),
                            or(
                                    texts,
                                    ColumnPart.AI_RECONCILIATION_STATUS,
                                    cost.aiReconciliationStatus()));
            case DocumentFields document -> document(document, texts);
            case ProjectFields project -> project;
            case TimesheetFields time ->
                    new TimesheetFields(
                            time.project(),
                            time.service(),
                            time.person(),
                            time.workDate(),
                            time.hours(),
                            time.description(),
                            or(
                                    texts,
                                    ColumnPart.RECONCILIATION_STATUS,
                                    time.reconciliationStatus()),
                            or(texts, ColumnPart.RECONCILIATION_NOTES, time.reconciliationNotes()),
                            or(
                                    texts,
                                    ColumnPart.AI_RECONCILIATION_STATUS,
                                    time.aiReconciliationStatus()));
        };
    }

    private static BillingFields billing(
            BillingFields before, Map<ColumnPart, @Nullable String> texts) {
        return new BillingFields(
                before.status(),
                before.ready(),
                before.customer(),
                before.project(),
                before.service(),
                before.description(),
                before.workDate(),
                before.hours(),
                before.cost(),
                before.billable(),
                before.className(),
                before.departmentName(),
                before.projectManager(),
                or(texts, ColumnPart.DRAFT_REFERENCE, before.draftReference()),
                or(texts, ColumnPart.FINANCE_APPROVAL, before.financeApproval()),
                or(texts, ColumnPart.APPROVER_APPROVAL, before.approverApproval()),
                or(texts, ColumnPart.INVOICE_NUMBER, before.invoiceNumber()),
                or(texts, ColumnPart.INVOICE_STATUS, before.invoiceStatus()),
                or(texts, ColumnPart.NOTES, before.notes()),
                before.milestone());
    }

    private static DocumentFields document(
            DocumentFields before, Map<ColumnPart, @Nullable String> texts) {
        return new DocumentFields(
                before.status(),
                before.ready(),
                before.kind(),
                before.vendor(),
                before.documentNumber(),
                before.date(),
                before.description(),
                before.customer(),
                before.project(),
                before.service(),
                before.account(),
                before.hours(),
                before.amount(),
                before.debit(),
                before.credit(),
                before.billable(),
                before.className(),
                before.departmentName(),
                before.projectManager(),
                or(texts, ColumnPart.DRAFT_REFERENCE, before.draftReference()),
                or(texts, ColumnPart.FINANCE_APPROVAL, before.financeApproval()),
                or(texts, ColumnPart.APPROVER_APPROVAL, before.approverApproval()),
                or(texts, ColumnPart.INVOICE_NUMBER, before.invoiceNumber()),
                or(texts, ColumnPart.INVOICE_STATUS, before.invoiceStatus()),
                or(texts, ColumnPart.NOTES, before.notes()));
    }

    private static @Nullable String or(
            Map<ColumnPart, @Nullable String> texts, ColumnPart part, @Nullable String before) {
        return texts.containsKey(part) ? texts.get(part) : before;
    }

    private @Nullable String text(CellWrite.Content content) {
        return switch (content) {
            case CellWrite.Text(String text) -> text.isBlank() ? null : text;
            case CellWrite.Figure(var figure) -> figure.toPlainString();
            case CellWrite.Day(var day) -> day.toString();
            case CellWrite.Cleared _ -> null;
            case CellWrite.ResultOf(EffectId effect, ResultField field) -> result(effect, field);
        };
    }

    private @Nullable String result(EffectId effect, ResultField field) {
        Posted posted =
                state.effects().stream()
                        .filter(one -> one.effectId().equals(effect))
                        .map(EffectState::result)
                        .filter(Posted.class::isInstance)
                        .map(Posted.class::cast)
                        .findFirst()
                        .orElse(null);
        if (posted == null) {
            return null;
        }
        return switch (field) {
            case INVOICE_ID -> posted.documentId().value();
            case INVOICE_NUMBER -> posted.number();
            case INVOICE_DATE -> posted.date().toString();
            case INVOICE_TOTAL -> posted.total().amount().toPlainString();
        };
    }
}
