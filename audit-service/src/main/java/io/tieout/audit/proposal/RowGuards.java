package io.tieout.audit.proposal;

import io.tieout.audit.facts.KnownRow;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Quantity;
import io.tieout.model.proposal.Evidence.RowCitation;
import io.tieout.model.release.RowGuard;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.ColumnPart;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the cited rows must still say just before an invoice is posted.
public final class RowGuards {
    private RowGuards() {}

    public static List<RowGuard> of(List<RowCitation> citations, Map<RowRef, KnownRow> rows) {
        List<RowGuard> guards = new ArrayList<>();
        for (RowCitation citation : citations) {
            KnownRow known = rows.get(citation.row());
            if (known != null && known.row().fields() instanceof BillingFields cells) {
                guard(known, cells, guards);
            }
        }
        return guards;
    }

    private static void guard(KnownRow known, BillingFields cells, List<RowGuard> guards) {
        List<ColumnPart> unreadable =
                known.row().problems().stream().map(CellProblem::part).toList();
        expected(cells)
                .forEach((part, text) -> {
                    ColumnId column = known.row().columns().get(part);
                    if (column != null && !unreadable.contains(part)) {
                        guards.add(new RowGuard(
                                        known.row().row(),
                                        column,
                                        text,
                                        known.revision().major()));
                    }
                });
    }

    private static Map<ColumnPart, String> expected(BillingFields cells) {
        Map<ColumnPart, String> expected = new EnumMap<>(ColumnPart.class);
        expected.put(ColumnPart.STATUS, text(cells.status()));
        expected.put(ColumnPart.CUSTOMER, text(cells.customer()));
        expected.put(ColumnPart.PROJECT, text(cells.project()));
        expected.put(ColumnPart.SERVICE, text(cells.service()));
        expected.put(ColumnPart.WORK_DATE, text(cells.workDate()));
        expected.put(ColumnPart.HOURS, text(cells.hours()));
        expected.put(
                ColumnPart.COST,
                cells.cost() == null ? "" : new Quantity(cells.cost().amount()).toString());
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
