package io.tieout.audit.proposal;

import io.tieout.audit.facts.KnownRow;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RowCitation;
import io.tieout.model.release.RowGuard;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.TimesheetFields;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the cited rows must still say just before a document is posted.
public final class RowGuards {
    private RowGuards() {}

    public static List<RowGuard> of(List<RowCitation> citations, Map<RowRef, KnownRow> rows) {
        List<RowGuard> guards = new ArrayList<>();
        for (RowCitation citation : citations) {
            KnownRow known = rows.get(citation.row());
            if (known != null) {
                guard(known, expected(known.row().fields()), guards);
            }
        }
        return guards;
    }

    private static void guard(
            KnownRow known, Map<ColumnPart, String> expected, List<RowGuard> guards) {
        List<ColumnPart> unreadable =
                known.row().problems().stream().map(CellProblem::part).toList();
        expected.forEach((part, text) -> {
            ColumnId column = known.row().columns().get(part);
            if (column != null && !unreadable.contains(part)) {
                guards.add(new RowGuard(known.row().row(), column, text, known.revision().major()));
            }
        });
    }

    private static Map<ColumnPart, String> expected(RowFields fields) {
        return switch (fields) {
            case BillingFields cells -> expected(cells);
            case DocumentFields cells -> expected(cells);
            case CostFields _, ProjectFields _, TimesheetFields _ -> Map.of();
        };
    }

    private static Map<ColumnPart, String> expected(DocumentFields cells) {
        Map<ColumnPart, String> expected = new EnumMap<>(ColumnPart.class);
        expected.put(ColumnPart.STATUS, text(cells.status()));
        expected.put(ColumnPart.VENDOR, text(cells.vendor()));
        expected.put(ColumnPart.DOCUMENT_NUMBER, text(cells.documentNumber()));
        expected.put(ColumnPart.DATE, text(cells.date()));
        expected.put(ColumnPart.CUSTOMER, text(cells.customer()));
        expected.put(ColumnPart.SERVICE, text(cells.service()));
        expected.put(ColumnPart.ACCOUNT, text(cells.account()));
        expected.put(ColumnPart.HOURS, text(cells.hours()));
        expected.put(ColumnPart.AMOUNT, amount(cells.amount()));
        expected.put(ColumnPart.DEBIT, amount(cells.debit()));
        expected.put(ColumnPart.CREDIT, amount(cells.credit()));
        return expected;
    }

    private static String amount(@Nullable Money amount) {
        return amount == null ? "" : new Quantity(amount.amount()).toString();
    }

    private static Map<ColumnPart, String> expected(BillingFields cells) {
        Map<ColumnPart, String> expected = new EnumMap<>(ColumnPart.class);
        expected.put(ColumnPart.STATUS, text(cells.status()));
        expected.put(ColumnPart.CUSTOMER, text(cells.customer()));
        expected.put(ColumnPart.PROJECT, text(cells.project()));
        expected.put(ColumnPart.SERVICE, text(cells.service()));
        expected.put(ColumnPart.WORK_DATE, text(cells.workDate()));
        expected.put(ColumnPart.HOURS, text(cells.hours()));
        expected.put(ColumnPart.COST, amount(cells.cost()));
        if (Boolean.TRUE.equals(cells.billable())) {
            // an empty box and an unticked one look alike, so only a ticked one is guarded
            expected.put(ColumnPart.BILLABLE, "true");
        }
        return expected;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
