package io.tieout.writeback.quickbooks;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.sighting.KnownRows;
import io.tieout.connectors.smartsheet.SheetRequest;
import io.tieout.connectors.smartsheet.SheetRow;
import io.tieout.connectors.smartsheet.SheetSnapshot;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.kit.error.ErrorCode;
import io.tieout.kit.error.TransientFailure;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.AddRows;
import io.tieout.model.effect.CreateDocument;
import io.tieout.model.effect.CreateInvoice;
import io.tieout.model.effect.Effect;
import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.effect.SendMail;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.effect.VoidInvoice;
import io.tieout.model.id.RowId;
import io.tieout.model.id.RowRef;
import io.tieout.model.id.SheetId;
import io.tieout.model.release.OutcomeEvent.EffectRefused.Reason;
import io.tieout.model.release.RowGuard;
import io.tieout.writeback.WritebackConfig;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.intent.VendorFaults;
import io.tieout.writeback.smartsheet.SheetReach;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks once more, just before the call: receipts in time, periods open, rows unchanged. One
/// request per sheet, however many effects rest on it.
@ApplicationScoped
class Prechecks {
    private static final ErrorCode SHEET_IN_MOTION = new ErrorCode("sheet-in-motion");

    private final Smartsheet smartsheet;
    private final KnownRows knownRows;
    private final WritebackConfig config;
    private final Clock clock;

    Prechecks(Smartsheet smartsheet, KnownRows knownRows, WritebackConfig config, Clock clock) {
        this.smartsheet = smartsheet;
        this.knownRows = knownRows;
        this.config = config;
        this.clock = clock;
    }

    /// What may not be carried out.
    ///
    /// @param refused for good
    /// @param hidden what rests on sheets that cannot be read now, and why
    record Checked(Map<ReleasedEffect, EffectEnd> refused, Map<ReleasedEffect, String> hidden) {
        boolean allows(ReleasedEffect effect) {
            return !refused.containsKey(effect) && !hidden.containsKey(effect);
        }
    }

    Checked check(List<ReleasedEffect> effects) {
        Map<ReleasedEffect, EffectEnd> refused = new LinkedHashMap<>();
        Map<ReleasedEffect, String> hidden = new LinkedHashMap<>();
        Map<SheetId, Set<RowId>> guarded = new LinkedHashMap<>();
        Instant now = clock.instant();
        Set<RowRef> untouched = untouched(effects, now);
        for (ReleasedEffect effect : effects) {
            Optional<EffectEnd> end = lateOrClosed(effect, now);
            if (end.isPresent()) {
                refused.put(effect, end.get());
            } else {
                for (RowGuard guard : doubtful(effect, untouched)) {
                    guarded.computeIfAbsent(guard.row().sheetId(), _ -> new LinkedHashSet<>())
                            .add(guard.row().rowId());
                }
            }
        }
        Seen seen = read(guarded);
        for (ReleasedEffect effect : effects) {
            List<RowGuard> guards =
                    refused.containsKey(effect) ? List.of() : doubtful(effect, untouched);
            Optional<String> unread = seen.hidden(guards);
            if (unread.isPresent()) {
                hidden.put(effect, unread.get());
            } else {
                GuardCheck.changed(guards, seen.rows())
                        .ifPresent(words ->
                                refused.put(
                                        effect, new EffectEnd.Refused(Reason.ROW_CHANGED, words)));
            }
        }
        return new Checked(refused, hidden);
    }

    /// What was found.
    ///
    /// @param unread sheets that could not be read, and why
    private record Seen(Map<RowId, SheetRow> rows, Map<SheetId, String> unread) {
        private Optional<String> hidden(List<RowGuard> guards) {
            return guards.stream()
                    .map(guard -> unread.get(guard.row().sheetId()))
                    .filter(Objects::nonNull)
                    .findFirst();
        }
    }

    private static List<RowGuard> doubtful(ReleasedEffect effect, Set<RowRef> untouched) {
        return effect.release().guards().stream()
                .filter(guard -> !untouched.contains(guard.row()))
                .toList();
    }

    /// Rows that are known to be as they were when the guards were made need no reading.
    private Set<RowRef> untouched(List<ReleasedEffect> effects, Instant now) {
        Map<RowRef, Long> versions = new HashMap<>();
        for (ReleasedEffect effect : effects) {
            for (RowGuard guard : effect.release().guards()) {
                Long version = guard.sheetVersion();
                if (version != null) {
                    versions.put(guard.row(), version);
                }
            }
        }
        return knownRows.untouched(versions, now.minus(config.realm().rowsTrusted()));
    }

    private static Optional<EffectEnd> lateOrClosed(ReleasedEffect effect, Instant now) {
        if (effect.isLateAt(now)) {
            return Optional.of(
                    new EffectEnd.Refused(
                            Reason.EXPIRED,
                            "The release was good until " + effect.receipt().notAfter()));
        }
        LocalDate closed = effect.release().bookCloseDate();
        LocalDate dated = date(effect.effect());
        if (closed != null && dated != null && !dated.isAfter(closed)) {
            return Optional.of(
                    new EffectEnd.Refused(
                            Reason.PERIOD_CLOSED,
                            "The books are closed up to %s; the document is dated %s. Give it a later date, or reopen the period in QuickBooks."
                                    .formatted(closed, dated)));
        }
        return Optional.empty();
    }

    /// The period that the effect changes.
    private static @Nullable LocalDate date(Effect effect) {
        return switch (effect) {
            case CreateInvoice invoice -> invoice.invoiceDate();
            case VoidInvoice voiding ->
                    voiding.expected() == null ? null : voiding.expected().date();
            case CreateDocument document -> document.date();
            case RecategoriseLine recategorising -> recategorising.date();
            case UpdateRows _, AddRows _, AddComment _, SendMail _ -> null;
        };
    }

    /// A sheet that is out of reach concerns its own rows alone, not what rests on others.
    private Seen read(Map<SheetId, Set<RowId>> guarded) {
        Map<RowId, SheetRow> rows = new HashMap<>();
        Map<SheetId, String> unread = new HashMap<>();
        guarded.forEach((sheet, ids) -> {
            try {
                SheetSnapshot snapshot = smartsheet.getSheet(SheetRequest.rows(sheet, ids));
                if (!snapshot.consistent()) {
                    throw new TransientFailure(
                            SHEET_IN_MOTION, "Sheet " + sheet + " changed while it was read", null);
                }
                snapshot.rows().forEach(row -> rows.put(row.id(), row));
            } catch (VendorException e) {
                if (!SheetReach.isLost(e.fault())) {
                    throw e;
                }
                unread.put(
                        sheet,
                        "Its rows cannot be read: sheet %s is gone, or no longer shared with Tieout's Smartsheet account. Share it again. Smartsheet says: %s"
                                .formatted(sheet, VendorFaults.words(e.fault())));
            }
        });
        return new Seen(rows, unread);
    }
}
