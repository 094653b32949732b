package io.tieout.ingest.attachment;

import io.tieout.ingest.extraction.Problem;
import io.tieout.ingest.finding.Findings;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.id.CorrelationId;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.smartsheet.RowContext;
import io.tieout.model.smartsheet.RowObserved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Tells people which files on a row could not be read, why, and what to do; and when all can be.
@ApplicationScoped
public class AttachmentFindings {
    private static final int TEXT_LENGTH_MAX = 2_000;

    private final Findings findings;
    private final Readings readings;

    AttachmentFindings(Findings findings, Readings readings) {
        this.findings = findings;
        this.readings = readings;
    }

    /// Brings the row's finding in step with how its attachments are now.
    @Transactional(Transactional.TxType.MANDATORY)
    public void report(RowObserved row, CorrelationId correlation) {
        List<Reading> unreadable = unreadable(row);
        if (unreadable.isEmpty()) {
            resolve(row.row(), row.realmId(), correlation);
            return;
        }
        findings.open(
                FindingId.unreadableAttachment(row.row()),
                row.realmId(),
                FindingKind.UNREADABLE_ATTACHMENT,
                List.of(row.row()),
                null,
                text(row, unreadable),
                correlation);
    }

    /// The row is gone, or nothing is attached to it any more.
    @Transactional(Transactional.TxType.MANDATORY)
    public void resolve(RowRef row, RealmId realm, CorrelationId correlation) {
        findings.resolve(
                FindingId.unreadableAttachment(row),
                realm,
                FindingKind.UNREADABLE_ATTACHMENT,
                "What is attached to the row can be read, or is gone.",
                correlation);
    }

    private List<Reading> unreadable(RowObserved row) {
        RowContext context = row.context();
        if (context == null
                || context.attachments().stream().allMatch(file -> file.problem() == null)) {
            return List.of();
        }
        Map<String, Reading> known = readings.of(row.row());
        return context.attachments().stream()
                .filter(file -> file.problem() != null)
                .map(file -> known.get(file.id()))
                .filter(Objects::nonNull)
                .filter(reading -> reading.problem() != null)
                .toList();
    }

    private static Findings.Text text(RowObserved row, List<Reading> unreadable) {
        String files =
                unreadable.size() == 1
                        ? "\"%s\"".formatted(unreadable.getFirst().name())
                        : "%d files".formatted(unreadable.size());
        return new Findings.Text(
                "%s on %s, row %d, cannot be read"
                        .formatted(files, row.sheetName(), row.rowNumber()),
                bounded(
                        unreadable.stream()
                                .map(reading ->
                                        "\"%s\": %s."
                                                .formatted(
                                                        reading.name(), problem(reading).words()))
                                .collect(Collectors.joining(" "))),
                unreadable.stream()
                                .map(reading -> problem(reading).remedy())
                                .distinct()
                                .collect(Collectors.joining(" "))
                        + " What is attached anew is read by itself; the row is drafted meanwhile,"
                        + " without it.");
    }

    private static Problem problem(Reading reading) {
        return Objects.requireNonNull(reading.problem());
    }

    private static String bounded(String text) {
        return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "…";
    }
}
