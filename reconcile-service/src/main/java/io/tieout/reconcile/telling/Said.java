package io.tieout.reconcile.telling;

import io.tieout.reconcile.records.Brief;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.reporting.Amount;
import io.tieout.reconcile.standing.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A discrepancy in the words of comments, tasks and mails. Every figure is one of its lines'.
/// Pure.
final class Said {
    private static final int LINES_NAMED_MAX = 5;
    private static final int MAIL_ITEMS_MAX = 20;

    private Said() {}

    /// `Amount variance: Atlas Electric AE-77, USD 20.00`.
    static String title(Discrepancy it) {
        Standing first = it.first();
        return "%s: %s, %s"
                .formatted(
                        it.category().words(),
                        who(first, it.names()),
                        it.item().stake().readable());
    }

    /// What a comment says on a row.
    static String comment(Discrepancy it, String report) {
        return "%s. %s\nVariance report: %s".formatted(title(it), detail(it), report);
    }

    /// The lines of both books and the evidence.
    static String detail(Discrepancy it) {
        return detail(it, line -> line(line, it.names()));
    }

    /// The same for somebody who does not stand before the row.
    private static String detailFromAfar(Discrepancy it) {
        return detail(
                it,
                line ->
                        line.row() == null
                                ? line(line, it.names())
                                : it.names().words(line.lineId()) + ", " + line(line, it.names()));
    }

    private static String detail(Discrepancy it, Function<Standing, String> words) {
        List<String> sentences = new ArrayList<>();
        if (!it.item().sheet().isEmpty()) {
            sentences.add("Sheet: " + lines(it.item().sheet(), words) + ".");
        }
        if (!it.item().books().isEmpty()) {
            sentences.add("Books: " + lines(it.item().books(), words) + ".");
        }
        Amount difference = it.item().difference();
        if (difference != null && !difference.isZero()) {
            sentences.add("Difference: " + difference.readable() + ".");
        }
        if (!it.item().evidence().isBlank()) {
            sentences.add(sentence(it.item().evidence()));
        }
        return String.join(" ", sentences);
    }

    static String mailSubject(String project, List<Discrepancy> items) {
        return items.size() == 1
                ? "%s: %s".formatted(name(project), title(items.getFirst()))
                : "%s: %d discrepancies above the threshold".formatted(name(project), items.size());
    }

    static String mailBody(List<Discrepancy> items, String report) {
        String lines =
                items.stream()
                        .limit(MAIL_ITEMS_MAX)
                        .map(it -> "- %s. %s".formatted(title(it), detailFromAfar(it)))
                        .collect(Collectors.joining("\n"));
        String rest =
                items.size() > MAIL_ITEMS_MAX
                        ? "\nand %d more.".formatted(items.size() - MAIL_ITEMS_MAX)
                        : "";
        return "%s%s\n\nVariance report: %s\n".formatted(lines, rest, report);
    }

    static String name(String project) {
        return project.isEmpty() ? "No project" : project;
    }

    private static String lines(List<Standing> lines, Function<Standing, String> words) {
        String named =
                lines.stream().limit(LINES_NAMED_MAX).map(words).collect(Collectors.joining("; "));
        return lines.size() > LINES_NAMED_MAX
                ? named + "; and %d more".formatted(lines.size() - LINES_NAMED_MAX)
                : named;
    }

    /// `Bill AE-77 of Atlas Electric, 2026-11-03, USD 480.00`.
    private static String line(Standing line, RecordNames names) {
        String what = line.document() == null ? "" : RecordName.kind(line.document().type()) + " ";
        return "%s%s, %s, %s"
                .formatted(what, who(line, names), line.day(), Amount.of(line).readable());
    }

    private static String who(Standing line, RecordNames names) {
        String reference = Brief.of(line.reference());
        String party = Brief.of(line.party());
        if (party.isEmpty()) {
            return reference.isEmpty() ? names.words(line.lineId()) : reference;
        }
        return reference.isEmpty() ? party : party + " " + reference;
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        String start = stripped.substring(0, 1).toUpperCase(Locale.ROOT) + stripped.substring(1);
        return start.endsWith(".") ? start : start + ".";
    }
}
