package io.tieout.ingest.mapping;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.id.ColumnId;
import io.tieout.model.smartsheet.ColumnPart;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What Tieout would read for which part from now on; a person accepts it or mends the sheet.
///
/// @param columns of the parts that the change of columns concerns
/// @param seen title and type of every mapped column as they are now: accepting says yes to those
/// @param reasons one sentence for each part, for the person who decides
public record Remap(
        Map<ColumnPart, ColumnId> columns, Map<ColumnPart, String> seen, List<String> reasons) {
    private static final int NAME_LENGTH = 12;

    public Remap {
        columns = Map.copyOf(columns);
        seen = Map.copyOf(seen);
        reasons = List.copyOf(reasons);
    }

    /// Names exactly this proposal: what a person accepts is what they saw.
    String name() {
        return CanonicalJson.sha256(List.of(new TreeMap<>(columns), new TreeMap<>(seen)))
                .substring(0, NAME_LENGTH);
    }
}
