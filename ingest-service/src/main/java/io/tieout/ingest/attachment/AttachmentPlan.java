package io.tieout.ingest.attachment;

import io.tieout.connectors.smartsheet.SheetAttachment;
import io.tieout.ingest.extraction.FileKind;
import io.tieout.ingest.extraction.Problem;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.CostFields;
import io.tieout.model.smartsheet.DocumentFields;
import io.tieout.model.smartsheet.ProjectFields;
import io.tieout.model.smartsheet.RowFields;
import io.tieout.model.smartsheet.TimesheetFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Decides which attachments of a row are read: those of rows that become a document, once. Pure.
final class AttachmentPlan {
    /// Of what is told with a row.
    private static final int LISTED_MAX = 50;

    private static final long KB = 1024;

    private AttachmentPlan() {}

    /// @param filesMax of one row
    /// @param bytesMax of one file
    record Limits(int filesMax, long bytesMax) {}

    /// Whether a draft will be made of the row: it was left to do so, and has not been posted.
    static boolean isDrafted(RowFields fields, boolean beforeCutOver) {
        return switch (fields) {
            case BillingFields cells ->
                    !beforeCutOver
                            && (cells.ready() || cells.milestone() != null)
                            && cells.invoiceNumber() == null;
            case DocumentFields cells ->
                    !beforeCutOver && cells.ready() && cells.invoiceNumber() == null;
            case CostFields _, ProjectFields _, TimesheetFields _ -> false;
        };
    }

    /// One choice for each attachment, the newest first.
    ///
    /// @param known what came of earlier readings, by attachment
    static List<AttachmentChoice> of(
            boolean drafted,
            List<SheetAttachment> attached,
            Map<String, Reading> known,
            Limits limits) {
        List<SheetAttachment> newestFirst =
                attached.stream()
                        .sorted(
                                Comparator.comparing(SheetAttachment::createdAt)
                                        .reversed()
                                        .thenComparing(SheetAttachment::id))
                        .limit(LISTED_MAX)
                        .toList();
        List<AttachmentChoice> choices = new ArrayList<>();
        for (SheetAttachment file : newestFirst) {
            choices.add(choice(drafted, file, choices.size(), known.get(file.id()), limits));
        }
        return choices;
    }

    private static AttachmentChoice choice(
            boolean drafted,
            SheetAttachment file,
            int newer,
            @Nullable Reading reading,
            Limits limits) {
        if (reading != null && reading.isOf(file) && reading.problem() != Problem.TOO_MANY) {
            return new AttachmentChoice.Known(file, reading);
        }
        if (!drafted) {
            return new AttachmentChoice.Left(file);
        }
        Problem problem = problem(file, newer, limits);
        return problem == null
                ? new AttachmentChoice.Read(file)
                : new AttachmentChoice.Refused(file, problem);
    }

    private static @Nullable Problem problem(SheetAttachment file, int newer, Limits limits) {
        if (!file.isFile()) {
            return Problem.NO_FILE;
        }
        if (FileKind.of(file.name()).isEmpty()) {
            return Problem.UNSUPPORTED;
        }
        if (file.sizeKb() > limits.bytesMax() / KB) {
            return Problem.TOO_LARGE;
        }
        return newer >= limits.filesMax() ? Problem.TOO_MANY : null;
    }
}
