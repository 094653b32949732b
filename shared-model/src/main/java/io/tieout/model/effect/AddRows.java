package io.tieout.model.effect;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.EffectId;
import io.tieout.model.id.SheetId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Add rows at the end of a sheet. Smartsheet has no key against repetition: each row bears an
/// external id in a column of its own, by which it is found again after an ambiguous failure.
///
/// @param externalIdColumn the column that holds the external ids
public record AddRows(
        EffectId effectId,
        List<EffectId> after,
        SheetId sheetId,
        ColumnId externalIdColumn,
        List<NewRow> rows)
        implements Effect {
    /// A row to add; its external id is none of `cells`.
    public record NewRow(String externalId, List<CellWrite> cells) {
        public NewRow {
            if (externalId.isBlank()) {
                throw new IllegalArgumentException("a new row has an external id");
            }
            cells = List.copyOf(cells);
        }
    }

    public AddRows {
        after = List.copyOf(after);
        rows = List.copyOf(rows);
        Set<String> ids =
                rows.stream()
                        .map(NewRow::externalId)
                        .collect(Collectors.toCollection(HashSet::new));
        if (rows.isEmpty() || ids.size() != rows.size()) {
            throw new IllegalArgumentException("rows to add bear different external ids");
        }
    }

    /// What the rows are known by, in their order.
    @JsonIgnore
    public List<String> externalIds() {
        return rows.stream().map(NewRow::externalId).toList();
    }

    @Override
    public String target() {
        return "sheet:" + sheetId;
    }

    @Override
    public boolean advisory() {
        return true;
    }
}
