package io.tieout.audit.review;

import io.tieout.audit.facts.KnownRow;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RowCitation;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.TimesheetFields;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Rows: they are part of the pilot, still say what they said, and are meant to be billed.
final class RowRules {
    static final List<Rule<ProposalCase>> ALL =
            List.of(
                    new Rule<>("pilot-sheets", RowRules::pilot),
                    new Rule<>("row-unchanged", RowRules::unchanged),
                    new Rule<>("row-may-be-billed", RowRules::billable));

    /// Cells that decide whether and for how much a row is billed.
    private static final Set<ColumnPart> DECISIVE =
            EnumSet.of(
                    ColumnPart.STATUS,
                    ColumnPart.CUSTOMER,
                    ColumnPart.PROJECT,
                    ColumnPart.SERVICE,
                    ColumnPart.WORK_DATE,
                    ColumnPart.HOURS,
                    ColumnPart.COST,
                    ColumnPart.BILLABLE,
                    ColumnPart.MILESTONE,
                    ColumnPart.DOCUMENT_KIND,
                    ColumnPart.VENDOR,
                    ColumnPart.DOCUMENT_NUMBER,
                    ColumnPart.DATE,
                    ColumnPart.ACCOUNT,
                    ColumnPart.AMOUNT,
                    ColumnPart.DEBIT,
                    ColumnPart.CREDIT);

    private RowRules() {}

    private static void pilot(ProposalCase it, List<String> objections) {
        Set<SheetId> listed = it.facts().pilot().sheets();
        if (listed.isEmpty()) {
            return;
        }
        it.allRows().stream()
                .map(RowRef::sheetId)
                .distinct()
                .filter(sheet -> !listed.contains(sheet))
                .forEach(sheet ->
                        objections.add("Sheet %s is not part of the pilot.".formatted(sheet)));
    }

    private static void unchanged(ProposalCase it, List<String> objections) {
        for (RowCitation citation : it.proposal().evidence().rows()) {
            KnownRow known = it.facts().rows().get(citation.row());
            if (known == null || known.gone()) {
                objections.add("Row %s is not in its sheet.".formatted(citation.row().rowId()));
            } else if (!known.inputs().unchangedSince(citation.sheetVersion())) {
                objections.add(
                        "Row %d was changed after version %d of its sheet, which the draft was made from."
                                .formatted(known.row().rowNumber(), citation.sheetVersion()));
            }
        }
    }

    private static void billable(ProposalCase it, List<String> objections) {
        if (it.invoices().isEmpty()
                && it.documents().isEmpty()
                && it.proposal().kind() != ProposalKind.CORRECTION) {
            return;
        }
        if (it.proposal().evidence().rows().isEmpty()) {
            objections.add("It posts a document and cites no row.");
        }
        for (RowCitation citation : it.proposal().evidence().rows()) {
            it.row(citation.row()).ifPresent(known -> billable(it, known, objections));
        }
    }

    private static void billable(ProposalCase it, KnownRow known, List<String> objections) {
        String row = "Row " + known.row().rowNumber();
        if (!known.row().realmId().equals(it.proposal().realmId())) {
            objections.add(row + " belongs to other books.");
        }
        if (known.row().beforeCutOver()) {
            objections.add(row + " is from before the sheet's cut-over date.");
        }
        if (known.row().problems().stream()
                .anyMatch(problem -> DECISIVE.contains(problem.part()))) {
            objections.add(row + " has a cell that cannot be read.");
        }
        switch (known.row().fields()) {
            case CostFields _ when it.proposal().kind() == ProposalKind.CORRECTION -> {
                // it is not billed: the entry puts right what the books say of it
            }
            case BillingFields cells when it.documents().isEmpty() ->
                    billable(row, cells, it.facts().today(), objections);
            case DocumentFields cells when it.invoices().isEmpty() -> {
                if (!cells.ready()) {
                    objections.add(row + " is not marked ready.");
                }
            }
            case BillingFields _,
                    DocumentFields _,
                    CostFields _,
                    ProjectFields _,
                    TimesheetFields _ ->
                    objections.add(row + " is not of a sheet for this kind of document.");
        }
    }

    private static void billable(
            String row, BillingFields cells, LocalDate today, List<String> objections) {
        if (!cells.readyOn(today)) {
            objections.add(row + " is not marked ready.");
        }
        if (Boolean.FALSE.equals(cells.billable())) {
            objections.add(row + " is not billable.");
        }
        Quantity hours = cells.hours();
        if ((hours != null && hours.isNegative())
                || (cells.cost() != null && cells.cost().isNegative())) {
            objections.add(row + " has a negative figure.");
        }
    }
}
