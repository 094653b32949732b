package io.tieout.ingest.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.tieout.connectors.smartsheet.SheetCell;
import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.model.money.CurrencyCode;
import io.tieout.model.smartsheet.ColumnPart;
import io.tieout.model.smartsheet.SheetRole;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Builds sheets for tests: every part is played by a column that is called like it.
final class Sheets {
    private Sheets() {}

    static SheetMapping mapping(SheetRole role, ColumnPart... parts) {
        Map<ColumnPart, ColumnId> columns = new EnumMap<>(ColumnPart.class);
        for (ColumnPart part : parts) {
            columns.put(part, id(part));
        }
        return new SheetMapping(
                1,
                new SheetId("41"),
                "Billing",
                role,
                new RealmId("91"),
                List.of("Ready to Bill"),
                null,
                CurrencyCode.USD,
                columns);
    }

    static SheetMapping billing() {
        return mapping(
                SheetRole.BILLING,
                ColumnPart.STATUS,
                ColumnPart.CUSTOMER,
                ColumnPart.WORK_DATE,
                ColumnPart.HOURS,
                ColumnPart.COST,
                ColumnPart.CURRENCY,
                ColumnPart.BILLABLE,
                ColumnPart.PROJECT_MANAGER,
                ColumnPart.DRAFT_REFERENCE,
                ColumnPart.FINANCE_APPROVAL,
                ColumnPart.APPROVER_APPROVAL,
                ColumnPart.INVOICE_STATUS,
                ColumnPart.NOTES);
    }

    static ColumnId id(ColumnPart part) {
        return new ColumnId(Integer.toString(1000 + part.ordinal()));
    }

    static List<SheetColumn> columns(SheetMapping mapping) {
        List<SheetColumn> columns = new ArrayList<>();
        mapping.columns().keySet().forEach(part -> columns.add(column(part, type(part))));
        return columns;
    }

    static SheetColumn column(ColumnPart part, String type) {
        return new SheetColumn(id(part), 0, title(part), type, false, List.of(), null, null, false);
    }

    static String title(ColumnPart part) {
        return part.name().charAt(0) + part.name().substring(1).toLowerCase().replace('_', ' ');
    }

    private static String type(ColumnPart part) {
        return switch (CellKind.of(part)) {
            case WORDS, NUMBER, AMOUNT -> "TEXT_NUMBER";
            case DAY -> "DATE";
            case BOX -> "CHECKBOX";
            case PERSON -> "CONTACT_LIST";
        };
    }

    static SheetRow row(Map<ColumnPart, Object> cells) {
        return rowWith(cells, Map.of(), Map.of());
    }

    /// A row in which further columns hold what a part of another row holds.
    static SheetRow rowWith(
            Map<ColumnPart, Object> cells,
            Map<String, ColumnPart> copies,
            Map<ColumnPart, Object> other) {
        List<SheetCell> all = new ArrayList<>();
        copies.forEach((column, part) ->
                all.add(
                        new SheetCell(
                                new ColumnId(column),
                                node(java.util.Objects.requireNonNull(other.get(part))),
                                NullNode.getInstance(),
                                null,
                                null)));
        cells.forEach((part, value) ->
                all.add(new SheetCell(id(part), node(value), NullNode.getInstance(), null, null)));
        Instant at = Instant.parse("2026-11-20T10:00:00Z");
        return new SheetRow(new RowId("7"), 3, null, at, at, "pm@harbor.example", all);
    }

    /// The same row, changed at this moment.
    static SheetRow changedAt(Instant at, SheetRow row) {
        return new SheetRow(
                row.id(),
                row.rowNumber(),
                row.version(),
                row.createdAt(),
                at,
                row.modifiedBy(),
                row.cells());
    }

    private static JsonNode node(Object value) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (value) {
            case String text -> json.textNode(text);
            case BigDecimal number -> json.numberNode(number);
            case Integer number -> json.numberNode(number);
            case Boolean ticked -> json.booleanNode(ticked);
            default -> throw new IllegalArgumentException("Not a cell value: " + value);
        };
    }
}
