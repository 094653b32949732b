package io.tieout.ingest.mapping;

import io.tieout.model.smartsheet.CellProblem;
import io.tieout.model.smartsheet.RowFields;
import java.util.List;

/// What a row says, and which of its cells do not fit their part.
public record RowReading(RowFields fields, List<CellProblem> problems) {
    public RowReading {
        problems = List.copyOf(problems);
    }
}
