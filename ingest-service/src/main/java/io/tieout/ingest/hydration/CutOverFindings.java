package io.tieout.ingest.hydration;

import io.tieout.ingest.finding.Findings;
import io.tieout.ingest.mapping.CutOver;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.event.Events;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.FindingId;
import io.tieout.model.smartsheet.DraftedFields;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;

/// Says once for a sheet how many of its rows are marked ready and left alone, because they were
/// changed last before the sheet's cut-over. Nothing is written to the rows: that would change
/// them.
@ApplicationScoped
class CutOverFindings {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private final Findings findings;
    private final Events events;

    CutOverFindings(Findings findings, Events events) {
        this.findings = findings;
        this.events = events;
    }

    /// Whether the row waits for nothing although it is marked ready.
    static boolean isLeftAlone(RowObserved row) {
        return row.beforeCutOver()
                && row.fields() instanceof DraftedFields cells
                && cells.ready()
                && cells.invoiceNumber() == null;
    }

    /// @param rows every row of the sheet
    @Transactional(Transactional.TxType.MANDATORY)
    void report(SheetMapping mapping, CutOver cutOver, Collection<RowObserved> rows) {
        long leftAlone = rows.stream().filter(CutOverFindings::isLeftAlone).count();
        FindingId id = FindingId.beforeCutOver(mapping.sheetId());
        if (leftAlone == 0) {
            findings.resolve(
                    id,
                    mapping.realm(),
                    FindingKind.BEFORE_CUT_OVER,
                    "No row from before the cut-over is marked ready any more.",
                    events.newCorrelation());
            return;
        }
        findings.open(
                id,
                mapping.realm(),
                FindingKind.BEFORE_CUT_OVER,
                List.of(),
                null,
                new Findings.Text(
                        "%s of sheet \"%s\" %s left alone"
                                .formatted(
                                        leftAlone == 1 ? "1 ready row" : leftAlone + " ready rows",
                                        mapping.name(),
                                        leftAlone == 1 ? "is" : "are"),
                        "Marked ready, and changed last before the sheet's cut-over at %s: what was settled before Tieout came is not settled again."
                                .formatted(WHEN.format(cutOver.at())),
                        "Nothing, if they were billed without Tieout. To have one drafted, change the row, or set it to not ready and ready again."),
                events.newCorrelation());
    }
}
