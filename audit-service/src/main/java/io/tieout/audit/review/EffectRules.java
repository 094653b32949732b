package io.tieout.audit.review;

import io.tieout.audit.facts.KnownRow;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CellWrite;
import io.tieout.model.effect.CreateBill;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.CreateJournalEntry;
import io.tieout.model.effect.CreatePurchaseOrder;
import io.tieout.model.effect.CreateTimeActivity;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.DraftedFields;
import io.tieout.model.smartsheet.ProjectFields;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Effects: they fit the kind of proposal, and those that need no person stay within what is
/// Tieout's own to write.
final class EffectRules {
    static final List<Rule<ProposalCase>> ALL =
            List.of(
                    new Rule<>("effects-fit-kind", EffectRules::kind),
                    new Rule<>("advisory-only-touches-own-columns", EffectRules::columns),
                    new Rule<>("draft-shown-truthfully", EffectRules::shownDraft),
                    new Rule<>("mail-recipient", EffectRules::mail));

    private static final int TEXT_LENGTH_MAX = 4_000;
    private static final Set<ColumnPart> OF_RECONCILIATION =
            EnumSet.of(
                    ColumnPart.RECONCILIATION_STATUS,
                    ColumnPart.RECONCILIATION_NOTES,
                    ColumnPart.AI_RECONCILIATION_STATUS);
    private static final Set<ColumnPart> APPROVALS =
            EnumSet.of(ColumnPart.FINANCE_APPROVAL, ColumnPart.APPROVER_APPROVAL);
    private static final Set<ColumnPart> MARKS =
            EnumSet.of(
                    ColumnPart.DRAFT_REFERENCE,
                    ColumnPart.DRAFT_TOTAL,
                    ColumnPart.FINANCE_APPROVAL,
                    ColumnPart.APPROVER_APPROVAL);
    private static final Set<ColumnPart> OF_INVOICES =
            EnumSet.of(
                    ColumnPart.DRAFT_REFERENCE,
                    ColumnPart.DRAFT_TOTAL,
                    ColumnPart.FINANCE_APPROVAL,
                    ColumnPart.APPROVER_APPROVAL,
                    ColumnPart.INVOICE_ID,
                    ColumnPart.INVOICE_NUMBER,
                    ColumnPart.INVOICE_DATE,
                    ColumnPart.INVOICE_STATUS,
                    ColumnPart.NOTES);

    /// A notice says something about rows, or takes an ended draft's marks off them.
    private static final Set<ColumnPart> OF_NOTICES =
            EnumSet.of(
                    ColumnPart.NOTES,
                    ColumnPart.INVOICE_STATUS,
                    ColumnPart.DRAFT_REFERENCE,
                    ColumnPart.DRAFT_TOTAL,
                    ColumnPart.FINANCE_APPROVAL,
                    ColumnPart.APPROVER_APPROVAL);

    private EffectRules() {}

    private static void kind(ProposalCase it, List<String> objections) {
        Set<EffectId> before = new HashSet<>();
        int invoices = 0;
        for (Effect effect : it.proposal().effects()) {
            if (!before.containsAll(effect.after())) {
                objections.add(
                        "Effect %s follows one that does not stand before it."
                                .formatted(effect.effectId()));
            }
            if (!before.add(effect.effectId())) {
                objections.add("There are two effects %s.".formatted(effect.effectId()));
            }
            if (!mayBeIn(it.proposal().kind(), effect)) {
                objections.add(
                        "Effect %s is none of a proposal of kind %s."
                                .formatted(effect.effectId(), it.proposal().kind()));
            }
            invoices += effect.advisory() ? 0 : 1;
        }
        if (posts(it.proposal().kind()) && invoices != 1) {
            objections.add("It posts %d documents instead of one.".formatted(invoices));
        }
    }

    private static boolean posts(ProposalKind kind) {
        return switch (kind) {
            case INVOICE, BILL, JOURNAL_ENTRY, PURCHASE_ORDER, TIME_ACTIVITY, CORRECTION -> true;
            case VOID, NOTICE, RECONCILIATION, REPORT -> false;
        };
    }

    private static boolean mayBeIn(ProposalKind kind, Effect effect) {
        return switch (effect) {
            case CreateInvoice _ -> kind == ProposalKind.INVOICE;
            case CreateBill _ -> kind == ProposalKind.BILL;
            case CreateJournalEntry _ ->
                    kind == ProposalKind.JOURNAL_ENTRY || kind == ProposalKind.CORRECTION;
            case CreatePurchaseOrder _ -> kind == ProposalKind.PURCHASE_ORDER;
            case CreateTimeActivity _ -> kind == ProposalKind.TIME_ACTIVITY;
            case VoidInvoice _ -> kind == ProposalKind.VOID;
            case RecategoriseLine _ -> kind == ProposalKind.CORRECTION;
            case AddRows _ -> kind == ProposalKind.NOTICE;
            case UpdateRows _, AddComment _ -> kind != ProposalKind.REPORT;
            case SendMail _ -> true;
        };
    }

    private static void columns(ProposalCase it, List<String> objections) {
        for (Effect effect : it.proposal().effects()) {
            if (effect instanceof UpdateRows update) {
                boolean tasks = TaskRules.areTasks(it, update);
                for (UpdateRows.RowUpdate row : update.rows()) {
                    if (tasks) {
                        TaskRules.cells(it, row.cells(), objections);
                    } else {
                        row(it, new RowRef(update.sheetId(), row.rowId()), row, objections);
                    }
                }
            } else if (effect instanceof AddRows adding) {
                TaskRules.added(it, adding, objections);
            } else if (effect instanceof AddComment comment
                    && !it.allRows().contains(comment.row())) {
                objections.add("It comments on a row that it is not about.");
            }
        }
    }

    private static void row(
            ProposalCase it, RowRef ref, UpdateRows.RowUpdate update, List<String> objections) {
        KnownRow known = it.facts().rows().get(ref);
        if (!it.allRows().contains(ref) && !isTakenOff(it, known, update)) {
            objections.add("It writes to row %s, which it is not about.".formatted(ref.rowId()));
            return;
        }
        if (known == null) {
            objections.add("Row %s is not known.".formatted(ref.rowId()));
            return;
        }
        for (CellWrite cell : update.cells()) {
            if (!allowed(it.proposal().kind()).contains(cell.part())) {
                objections.add("It writes to %s, which is not Tieout's.".formatted(cell.part()));
            } else if (clearedOnly(it.proposal().kind()).contains(cell.part())
                    && !(cell.content() instanceof CellWrite.Cleared)) {
                objections.add("It fills in %s.".formatted(cell.part()));
            } else if (!cell.columnId().equals(known.row().columns().get(cell.part()))) {
                objections.add(
                        "Column %s is not the sheet's %s.".formatted(cell.columnId(), cell.part()));
            }
            if (cell.content() instanceof CellWrite.Text text
                    && text.value().length() > TEXT_LENGTH_MAX) {
                objections.add("A text is longer than a cell holds.");
            }
        }
    }

    /// A row of an earlier revision: it still bears this draft's mark, and the mark is taken off.
    private static boolean isTakenOff(
            ProposalCase it, @Nullable KnownRow known, UpdateRows.RowUpdate update) {
        if (known == null || !(known.row().fields() instanceof DraftedFields cells)) {
            return false;
        }
        String mark = cells.draftReference();
        return (mark == null || mark.isBlank() || mark.startsWith(it.proposal().reference() + " "))
                && update.cells().stream()
                        .allMatch(cell -> cell.content() instanceof CellWrite.Cleared);
    }

    /// Nobody but a person fills in an approval; a notice marks no row with a draft.
    private static Set<ColumnPart> clearedOnly(ProposalKind kind) {
        return switch (kind) {
            case NOTICE -> MARKS;
            case INVOICE,
                    BILL,
                    JOURNAL_ENTRY,
                    PURCHASE_ORDER,
                    TIME_ACTIVITY,
                    VOID,
                    RECONCILIATION,
                    CORRECTION,
                    REPORT ->
                    APPROVALS;
        };
    }

    private static Set<ColumnPart> allowed(ProposalKind kind) {
        return switch (kind) {
            case INVOICE, BILL, JOURNAL_ENTRY, PURCHASE_ORDER, TIME_ACTIVITY, VOID -> OF_INVOICES;
            case NOTICE -> OF_NOTICES;
            case RECONCILIATION -> OF_RECONCILIATION;
            case CORRECTION, REPORT -> Set.of();
        };
    }

    /// Who approves in the sheet sees the reference and the total there: they must be this draft's.
    private static void shownDraft(ProposalCase it, List<String> objections) {
        String reference = it.proposal().reference() + " r" + it.proposal().revision();
        for (Effect effect : it.proposal().effects()) {
            if (effect instanceof UpdateRows update) {
                update.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .forEach(cell -> shown(it, reference, cell, objections));
            }
        }
    }

    private static void shown(
            ProposalCase it, String reference, CellWrite cell, List<String> objections) {
        if (cell.part() == ColumnPart.DRAFT_REFERENCE
                && cell.content() instanceof CellWrite.Text text
                && !text.value().equals(reference)) {
            objections.add(
                    "The rows are told %s instead of %s.".formatted(text.value(), reference));
        }
        if (cell.part() == ColumnPart.DRAFT_TOTAL
                && cell.content() instanceof CellWrite.Figure figure
                && totals(it).noneMatch(total -> total.amount().compareTo(figure.value()) == 0)) {
            objections.add(
                    "The rows are told a total of %s.".formatted(figure.value().toPlainString()));
        }
    }

    private static Stream<Money> totals(ProposalCase it) {
        return Stream.concat(
                it.invoices().stream().map(CreateInvoice::estimatedTotal),
                it.documents().stream().map(CreateDocument::total));
    }

    private static void mail(ProposalCase it, List<String> objections) {
        for (Effect effect : it.proposal().effects()) {
            if (effect instanceof SendMail mail
                    && recipients(it).noneMatch(person -> person.equalsIgnoreCase(mail.to()))) {
                objections.add(
                        "A mail goes to %s, who manages none of the rows and is no project accountant."
                                .formatted(mail.to()));
            }
        }
    }

    /// Accountants are told how the books stand, not of invoices.
    private static Stream<String> recipients(ProposalCase it) {
        return switch (it.proposal().kind()) {
            case NOTICE, REPORT ->
                    Stream.concat(managers(it), it.facts().reviewDesk().mailboxes().stream());
            case INVOICE,
                    VOID,
                    RECONCILIATION,
                    BILL,
                    JOURNAL_ENTRY,
                    PURCHASE_ORDER,
                    TIME_ACTIVITY,
                    CORRECTION ->
                    managers(it);
        };
    }

    private static Stream<String> managers(ProposalCase it) {
        Stream<String> ofRows =
                it.facts().rows().values().stream()
                        .map(known -> known.row().fields())
                        .filter(DraftedFields.class::isInstance)
                        .map(fields -> ((DraftedFields) fields).projectManager())
                        .filter(Objects::nonNull);
        Stream<String> ofProjects =
                it.facts().projects().stream()
                        .map(known -> ((ProjectFields) known.row().fields()).projectManager())
                        .filter(Objects::nonNull);
        return Stream.concat(ofRows, ofProjects);
    }
}
