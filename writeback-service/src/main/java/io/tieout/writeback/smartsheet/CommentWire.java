package io.tieout.writeback.smartsheet;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.sighting.OwnComments;
import io.tieout.connectors.sighting.OwnVersions;
import io.tieout.connectors.smartsheet.CommentMade;
import io.tieout.connectors.smartsheet.Discussion;
import io.tieout.connectors.smartsheet.SheetRequest;
import io.tieout.connectors.smartsheet.Smartsheet;
import io.tieout.model.effect.AddComment;
import io.tieout.model.effect.EffectResult;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import io.tieout.writeback.effect.EffectEnd;
import io.tieout.writeback.effect.ReleasedEffect;
import io.tieout.writeback.effect.Texts;
import io.tieout.writeback.intent.CallEffects;
import io.tieout.writeback.intent.CallFault;
import io.tieout.writeback.intent.Intent;
import io.tieout.writeback.intent.IntentItem;
import io.tieout.writeback.intent.Reply;
import io.tieout.writeback.intent.VendorFaults;
import io.tieout.writeback.intent.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Comments on rows of one sheet. Repeating one would say it twice, so its row is read first.
final class CommentWire implements Wire {
    /// The vendor's clock may be behind ours.
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(2);

    private final Smartsheet smartsheet;
    private final SheetId sheet;
    private final OwnComments ownComments;
    private final OwnVersions ownVersions;
    private final Clock clock;

    CommentWire(
            Smartsheet smartsheet,
            SheetId sheet,
            OwnComments ownComments,
            OwnVersions ownVersions,
            Clock clock) {
        this.smartsheet = smartsheet;
        this.sheet = sheet;
        this.ownComments = ownComments;
        this.ownVersions = ownVersions;
        this.clock = clock;
    }

    @Override
    public Reply send(Intent intent, CallEffects effects) {
        AddComment comment = comment(intent, effects);
        try {
            CommentMade made =
                    smartsheet.addComment(sheet, comment.row().rowId(), intent.requestBytes());
            if (made.version() != null) {
                ownVersions.wrote(sheet, made.version());
            }
            return found(intent, made.commentId());
        } catch (VendorException e) {
            return new Reply.Fault(fault(e.fault(), comment));
        }
    }

    @Override
    public Reply search(Intent intent, CallEffects effects) {
        AddComment comment = comment(intent, effects);
        try {
            Optional<String> id =
                    find(
                            smartsheet.discussions(sheet, comment.row().rowId()),
                            Texts.of(comment.text()),
                            intent.createdAt().minus(CLOCK_DIFFERENCE));
            return id.<Reply>map(known -> found(intent, known))
                    .orElseGet(() -> new Reply.Items(Map.of()));
        } catch (VendorException e) {
            return e.fault() instanceof VendorFault.NotFound
                    ? lookedAtRow(comment)
                    : new Reply.Fault(SheetReach.looking(sheet, e.fault(), clock.instant()));
        }
    }

    /// The comment with exactly this text that is not older than the call.
    static Optional<String> find(List<Discussion> threads, String text, Instant since) {
        return threads.stream()
                .flatMap(thread -> thread.comments().stream())
                .filter(comment -> comment.text().strip().equals(text.strip()))
                .filter(comment ->
                        comment.createdAt() == null || !comment.createdAt().isBefore(since))
                .map(Discussion.Comment::id)
                .findFirst();
    }

    private CallFault fault(VendorFault fault, AddComment comment) {
        if (!(fault instanceof VendorFault.NotFound)) {
            return SheetReach.writing(sheet, fault, clock.instant());
        }
        try {
            return rowIsThere(comment)
                    ? new CallFault.Passing(VendorFaults.words(fault))
                    : new CallFault.Refusal(
                            new EffectEnd.Failed(
                                    "row-gone",
                                    "Row %s is no longer in sheet %s: deleted, moved, or out of reach"
                                            .formatted(comment.row().rowId(), sheet)));
        } catch (VendorException e) {
            return SheetReach.writing(sheet, e.fault(), clock.instant());
        }
    }

    /// A row that is gone has no comments; one that is there was not found by mistake.
    private Reply lookedAtRow(AddComment comment) {
        try {
            return rowIsThere(comment)
                    ? new Reply.Fault(new CallFault.Passing("The comments of a row were not found"))
                    : new Reply.Items(Map.of());
        } catch (VendorException e) {
            return new Reply.Fault(SheetReach.looking(sheet, e.fault(), clock.instant()));
        }
    }

    /// Smartsheet gives one answer when the row is gone and when the sheet is out of reach: the
    /// sheet itself tells them apart.
    private boolean rowIsThere(AddComment comment) {
        RowId row = comment.row().rowId();
        return smartsheet.getSheet(SheetRequest.rows(sheet, List.of(row))).rows().stream()
                .anyMatch(there -> there.id().equals(row));
    }

    private Reply found(Intent intent, String commentId) {
        ownComments.wrote(sheet, commentId);
        return new Reply.Items(
                Map.of(
                        intent.items().getFirst(),
                        new Reply.Done(new EffectResult.CommentAdded(commentId))));
    }

    private static AddComment comment(Intent intent, CallEffects effects) {
        IntentItem item = intent.items().getFirst();
        ReleasedEffect released = effects.of(item);
        if (released.effect() instanceof AddComment comment) {
            return comment;
        }
        throw new IllegalStateException("No comment for item " + item);
    }
}
