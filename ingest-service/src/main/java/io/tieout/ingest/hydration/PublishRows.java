package io.tieout.ingest.hydration;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.tieout.connectors.sighting.KnownRows;
import io.tieout.connectors.sighting.OwnComments;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.connectors.smartsheet.SheetSnapshot;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.ingest.attachment.AttachmentFindings;
import io.tieout.ingest.attachment.RowAttachments;
import io.tieout.ingest.mapping.CutOver;
import io.tieout.ingest.mapping.RowReader;
import io.tieout.ingest.mapping.RowReading;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.kit.event.Events;
import io.tieout.kit.outbox.Outbox;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowEvent;
import io.tieout.model.smartsheet.RowGone;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Publishes the rows of a reading that differ from what was published last, and those that are
/// gone.
@ApplicationScoped
class PublishRows {
    private final RowShadows shadows;
    private final Outbox outbox;
    private final Events events;
    private final Smartsheet smartsheet;
    private final KnownRows knownRows;
    private final OwnComments ownComments;
    private final KeepTexts keepTexts;
    private final RowAttachments rowAttachments;
    private final AttachmentFindings attachmentFindings;
    private final CutOverFindings cutOverFindings;
    private final List<RowWatch> watches;
    private final MeterRegistry meters;

    PublishRows(
            RowShadows shadows,
            Outbox outbox,
            Events events,
            Smartsheet smartsheet,
            KnownRows knownRows,
            OwnComments ownComments,
            KeepTexts keepTexts,
            RowAttachments rowAttachments,
            AttachmentFindings attachmentFindings,
            CutOverFindings cutOverFindings,
            @All List<RowWatch> watches,
            MeterRegistry meters) {
        this.shadows = shadows;
        this.outbox = outbox;
        this.events = events;
        this.smartsheet = smartsheet;
        this.knownRows = knownRows;
        this.ownComments = ownComments;
        this.keepTexts = keepTexts;
        this.rowAttachments = rowAttachments;
        this.attachmentFindings = attachmentFindings;
        this.cutOverFindings = cutOverFindings;
        this.watches = watches;
        this.meters = meters;
    }

    /// True when rows must have been deleted without a callback saying so.
    @Transactional(Transactional.TxType.MANDATORY)
    boolean publish(SheetMapping mapping, ReadPlan plan, SheetSnapshot snapshot, SheetState state) {
        Map<RowId, DueRow> causes =
                plan.dueRows().stream().collect(Collectors.toMap(DueRow::row, Function.identity()));
        Map<RowId, RowShadows.Shadow> before = before(mapping, plan, snapshot);
        Set<RowRef> changed = new HashSet<>();
        Set<RowId> seen = new HashSet<>();
        Set<RowId> gone = new HashSet<>();
        Set<String> own = ownComments(mapping, snapshot);
        CutOver cutOver = CutOver.of(mapping, state.connectedAt());
        List<RowObserved> all = new ArrayList<>();
        for (SheetRow row : snapshot.rows()) {
            seen.add(row.id());
            CorrelationId correlation = correlation(causes.get(row.id()));
            RowObserved now = observed(mapping, snapshot, row, cutOver, own, correlation);
            all.add(now);
            RowShadows.Shadow last = before.get(row.id());
            if (last == null || last.gone() || !RowDifference.isSame(last.event(), now)) {
                publish(now, snapshot.version(), mapping, last, correlation, causes);
                keepTexts.keep(row);
                changed.add(now.row());
                if (hasAttachments(now) || (last != null && hasAttachments(last.event()))) {
                    attachmentFindings.report(now, correlation);
                }
            }
        }
        if (snapshot.consistent()) {
            for (RowId missing : missing(plan, before, seen)) {
                RowRef row = new RowRef(mapping.sheetId(), missing);
                CorrelationId correlation = correlation(causes.get(missing));
                RowShadows.Shadow last = before.get(missing);
                publish(
                        new RowGone(row, mapping.realm(), mapping.role()),
                        snapshot.version(),
                        mapping,
                        last,
                        correlation,
                        causes);
                if (last != null && hasAttachments(last.event())) {
                    attachmentFindings.resolve(row, mapping.realm(), correlation);
                }
                changed.add(row);
                gone.add(missing);
            }
        }
        if (plan instanceof ReadPlan.Whole) {
            cutOverFindings.report(mapping, cutOver, all);
        }
        knownRows.read(mapping.sheetId(), seen, published(changed, gone), snapshot.version());
        knownRows.gone(mapping.sheetId(), gone);
        watches.forEach(watch -> watch.rowsChanged(changed));
        return plan instanceof ReadPlan.Since
                && snapshot.totalRowCount() != shadows.countPresent(mapping.sheetId());
    }

    private static Set<RowId> published(Set<RowRef> changed, Set<RowId> gone) {
        return changed.stream()
                .map(RowRef::rowId)
                .filter(row -> !gone.contains(row))
                .collect(Collectors.toSet());
    }

    private Map<RowId, RowShadows.Shadow> before(
            SheetMapping mapping, ReadPlan plan, SheetSnapshot snapshot) {
        Set<RowId> rows = new HashSet<>();
        snapshot.rows().forEach(row -> rows.add(row.id()));
        plan.dueRows().forEach(due -> rows.add(due.row()));
        Map<RowId, RowShadows.Shadow> before = new HashMap<>(shadows.of(mapping.sheetId(), rows));
        if (plan instanceof ReadPlan.Whole) {
            before.putAll(shadows.present(mapping.sheetId()));
        }
        return before;
    }

    /// Rows that were there before, were asked for, and are not in the answer.
    private static List<RowId> missing(
            ReadPlan plan, Map<RowId, RowShadows.Shadow> before, Set<RowId> seen) {
        Collection<RowId> asked =
                switch (plan) {
                    case ReadPlan.Whole _ -> before.keySet();
                    case ReadPlan.Named(List<DueRow> rows, _) ->
                            rows.stream().map(DueRow::row).toList();
                    case ReadPlan.Since _, ReadPlan.Nothing _ -> List.of();
                };
        return asked.stream()
                .filter(row -> !seen.contains(row))
                .filter(row -> before.containsKey(row) && !before.get(row).gone())
                .toList();
    }

    private Set<String> ownComments(SheetMapping mapping, SheetSnapshot snapshot) {
        return snapshot.rows().stream().allMatch(row -> row.discussions().isEmpty())
                ? Set.of()
                : ownComments.in(mapping.sheetId());
    }

    private static boolean hasAttachments(RowEvent row) {
        return row instanceof RowObserved observed
                && observed.context() != null
                && !observed.context().attachments().isEmpty();
    }

    private RowObserved observed(
            SheetMapping mapping,
            SheetSnapshot snapshot,
            SheetRow row,
            CutOver cutOver,
            Set<String> ownComments,
            CorrelationId correlation) {
        RowReading reading = RowReader.read(mapping, snapshot.columns(), row);
        RowRef ref = new RowRef(mapping.sheetId(), row.id());
        boolean beforeCutOver = cutOver.isAfter(row.modifiedAt());
        return new RowObserved(
                ref,
                mapping.realm(),
                mapping.role(),
                snapshot.name(),
                row.rowNumber(),
                reading.fields(),
                reading.problems(),
                mapping.columns(),
                row.modifiedAt(),
                row.modifiedBy(),
                beforeCutOver,
                Surroundings.of(
                        row,
                        ownComments,
                        rowAttachments.of(
                                ref,
                                reading.fields(),
                                beforeCutOver,
                                row.attachments(),
                                correlation)));
    }

    private CorrelationId correlation(@Nullable DueRow because) {
        return because == null ? events.newCorrelation() : because.correlation();
    }

    private void publish(
            RowEvent row,
            long sheetVersion,
            SheetMapping mapping,
            RowShadows.@Nullable Shadow last,
            CorrelationId correlation,
            Map<RowId, DueRow> causes) {
        DueRow because = causes.get(row.row().rowId());
        shadows.put(row, sheetVersion, mapping.version());
        outbox.append(
                Topics.SMARTSHEET_ROWS,
                row.key(),
                events.following(
                        smartsheet.connection(),
                        RowShadows.revision(sheetVersion, mapping.version(), last),
                        correlation,
                        because == null ? null : because.cause(),
                        row));
        meters.counter(
                        "rows.published",
                        "type",
                        row instanceof RowGone ? "row-gone" : "row-observed")
                .increment();
    }
}
