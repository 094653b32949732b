package io.tieout.audit.review;

import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.Evidence.LineSource;
import io.tieout.model.proposal.Evidence.RateSource;
import io.tieout.model.proposal.Evidence.RowCitation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Every cited row is on exactly one line, and no line uses a row that is not cited.
final class RowCoverage {
    private RowCoverage() {}

    static void check(InvoiceCase it, List<String> objections) {
        Set<RowRef> cited = new HashSet<>();
        for (RowCitation citation : it.proposal().evidence().rows()) {
            if (!cited.add(citation.row())) {
                objections.add("Row %s is cited twice.".formatted(citation.row().rowId()));
            }
        }
        Set<RowRef> used = new HashSet<>();
        it.proposal().evidence().lines().stream()
                .filter(source -> source.rateSource() != RateSource.MINIMUM_FEE)
                .map(LineSource::rows)
                .flatMap(List::stream)
                .forEach(row -> {
                    if (!used.add(row)) {
                        objections.add("Row %s is on two lines.".formatted(row.rowId()));
                    }
                });
        if (!used.equals(cited)) {
            objections.add("The lines do not use exactly the cited rows.");
        }
        if (it.proposal().evidence().lines().size() != it.invoice().lines().size()) {
            objections.add("There is not one source for each line.");
        }
    }
}
