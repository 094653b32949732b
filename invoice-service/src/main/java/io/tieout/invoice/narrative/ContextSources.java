package io.tieout.invoice.narrative;

import io.tieout.invoice.drafting.EligibleRow;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.wording.Source;
import io.tieout.model.proposal.Evidence.DocumentCitation;
import io.tieout.model.smartsheet.RowContext;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.smartsheet.TimesheetFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What surrounds a draft's rows: comments, timesheet rows, and what could be read in attachments.
/// It gives words, never amounts. Pure.
public final class ContextSources {
    private static final int TEXT_LENGTH_MAX = 2_000;

    private ContextSources() {}

    /// The texts that a line may be worded from, beside its cells.
    static Stream<Source> of(EligibleRow row) {
        Stream<Source> times =
                row.timesheets().stream()
                        .map(time -> new Source(RowContext.source(time.row()), words(time)));
        RowContext context = row.observed().context();
        if (context == null) {
            return times;
        }
        Stream<Source> comments =
                context.comments().stream()
                        .map(comment -> new Source("comment:" + comment.id(), comment.text()));
        Stream<Source> attachments =
                context.attachments().stream()
                        .filter(attachment -> attachment.text() != null)
                        .map(attachment ->
                                new Source(
                                        "document:" + attachment.hash(),
                                        Objects.requireNonNullElse(attachment.text(), "")));
        return Stream.of(times, comments, attachments)
                .flatMap(stream -> stream)
                .map(source -> new Source(source.cite(), shortened(source.text())));
    }

    /// Everything that was read for a draft of these rows, for its evidence.
    public static List<DocumentCitation> citations(List<EligibleRow> rows) {
        List<DocumentCitation> cited = new ArrayList<>();
        for (EligibleRow row : rows) {
            for (RowObserved time : row.timesheets()) {
                cited.add(
                        new DocumentCitation(
                                row.ref(),
                                RowContext.source(time.row()),
                                "%s, row %d".formatted(time.sheetName(), time.rowNumber()),
                                hash(time)));
            }
            cited.addAll(citations(row.observed()));
        }
        return cited.stream().distinct().toList();
    }

    /// What was said about a row and attached to it.
    public static List<DocumentCitation> citations(RowObserved row) {
        RowContext context = row.context();
        if (context == null) {
            return List.of();
        }
        List<DocumentCitation> cited = new ArrayList<>();
        for (RowContext.Comment comment : context.comments()) {
            cited.add(
                    new DocumentCitation(
                            row.row(),
                            "comment:" + comment.id(),
                            "Comment by "
                                    + Objects.requireNonNullElse(comment.author(), "somebody"),
                            comment.hash()));
        }
        for (RowContext.Attachment attachment : context.attachments()) {
            if (attachment.hash() != null) {
                cited.add(
                        new DocumentCitation(
                                row.row(),
                                "document:" + attachment.hash(),
                                attachment.name(),
                                attachment.hash(),
                                attachment.text() != null));
            }
        }
        return cited;
    }

    /// What belongs to a draft beside its cells, by hash, so that a comment, a file or a timesheet
    /// row more makes another draft.
    public static List<String> basis(EligibleRow row) {
        return Stream.concat(
                        basis(row.observed()).stream(),
                        row.timesheets().stream().map(ContextSources::hash).sorted())
                .toList();
    }

    /// What was said about a row, and the files on it that have been fetched, by hash.
    public static List<String> basis(@Nullable RowObserved row) {
        RowContext context = row == null ? null : row.context();
        return context == null
                ? List.of()
                : Stream.concat(
                                context.attachments().stream().map(RowContext.Attachment::hash),
                                context.comments().stream().map(RowContext.Comment::hash))
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
    }

    /// Of what the person wrote who did the work; what Tieout writes beside it is nothing new.
    private static String hash(RowObserved time) {
        return time.fields() instanceof TimesheetFields fields
                ? CanonicalJson.sha256(
                        Stream.of(
                                        fields.project(),
                                        fields.service(),
                                        fields.person(),
                                        fields.workDate(),
                                        fields.hours(),
                                        fields.description())
                                .map(cell -> Objects.toString(cell, ""))
                                .toList())
                : "";
    }

    private static String words(RowObserved time) {
        return time.fields() instanceof TimesheetFields fields
                ? Stream.of(fields.description(), fields.workDate(), fields.hours())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining(", "))
                : "";
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX);
    }
}
