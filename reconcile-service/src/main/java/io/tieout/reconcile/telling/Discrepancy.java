package io.tieout.reconcile.telling;

import io.tieout.model.id.RowRef;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.reporting.ReportItem;
import io.tieout.reconcile.standing.Standing;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// An item of the reports that has a category, and is therefore worth words.
///
/// @param names of its lines
record Discrepancy(ReportItem item, Category category, RecordNames names) {
    /// The line that it is known by, as long as there is one.
    String lineId() {
        return first().lineId();
    }

    Standing first() {
        return item.sheet().isEmpty() ? item.books().getFirst() : item.sheet().getFirst();
    }

    List<RowRef> rows() {
        return item.sheet().stream().flatMap(line -> Stream.ofNullable(line.row())).toList();
    }

    String project() {
        return Stream.concat(item.sheet().stream(), item.books().stream())
                .map(Standing::project)
                .map(name -> name.substring(name.lastIndexOf(':') + 1).strip())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    Instant since() {
        return item.since();
    }
}
