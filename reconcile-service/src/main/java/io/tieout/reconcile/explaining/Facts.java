package io.tieout.reconcile.explaining;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.wording.Source;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.standing.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// What is known of a discrepancy, and may be said of it. Free text is left out. Pure.
///
/// @param comparison category, evidence and rule
public record Facts(Category category, List<Source> sheet, List<Source> books, Source comparison) {
    /// Whoever has more lines before him reads figures, not sentences.
    private static final int LINES_MAX = 6;

    public Facts {
        sheet = List.copyOf(sheet);
        books = List.copyOf(books);
    }

    public static Facts of(
            Category category, Collection<Standing> sheet, Collection<Standing> books) {
        List<Standing> rows = sorted(sheet);
        List<Standing> documents = sorted(books);
        Standing first = rows.isEmpty() ? documents.getFirst() : rows.getFirst();
        return new Facts(
                category,
                sources(rows),
                sources(documents),
                comparison(category, first, rows, documents));
    }

    /// Whether it is so little that sentences are of use.
    public boolean isWordable() {
        return sheet.size() + books.size() <= LINES_MAX;
    }

    /// The same for the same facts, so that words are asked for once.
    public String key() {
        return CanonicalJson.sha256(this);
    }

    List<Source> all() {
        List<Source> all = new ArrayList<>();
        all.add(comparison);
        all.addAll(sheet);
        all.addAll(books);
        return all;
    }

    private static List<Standing> sorted(Collection<Standing> lines) {
        return lines.stream().sorted(Comparator.comparing(Standing::lineId)).toList();
    }

    private static Source comparison(
            Category category, Standing first, List<Standing> rows, List<Standing> documents) {
        StringBuilder text = new StringBuilder();
        text.append(category.kind().wordsInside()).append(": ").append(first.evidence());
        if (!rows.isEmpty() && !documents.isEmpty() && isOfOneUnit(rows, documents)) {
            BigDecimal difference = sum(rows).subtract(sum(documents));
            if (difference.signum() != 0) {
                text.append("; difference ").append(amount(difference.abs(), first.currency()));
            }
        }
        if (!first.rule().isEmpty()) {
            text.append("; found by rule ").append(first.rule());
        }
        return new Source("comparison", text.toString());
    }

    private static boolean isOfOneUnit(List<Standing> rows, List<Standing> documents) {
        String unit = rows.getFirst().currency();
        return rows.stream().allMatch(line -> line.currency().equals(unit))
                && documents.stream().allMatch(line -> line.currency().equals(unit));
    }

    private static BigDecimal sum(List<Standing> lines) {
        return lines.stream().map(Standing::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<Source> sources(List<Standing> lines) {
        return lines.stream().map(line -> new Source(cite(line), text(line))).toList();
    }

    /// How an explanation's records are cited: `row:41:7`, `books:Bill:145`.
    public static String cite(Standing line) {
        Standing.DocumentRef document = line.document();
        return document == null
                ? "row:" + line.lineId()
                : "books:%s:%s".formatted(document.type().wireName(), document.id());
    }

    private static String text(Standing line) {
        List<String> parts = new ArrayList<>();
        parts.add(kind(line));
        add(parts, "of ", line.party());
        add(parts, "number ", line.reference());
        parts.add(line.day().toString());
        parts.add(amount(line.amount(), line.currency()));
        add(parts, "project ", line.project());
        add(parts, "account ", line.account());
        return String.join(", ", parts);
    }

    private static String kind(Standing line) {
        Standing.DocumentRef document = line.document();
        if (document != null) {
            return RecordName.kind(document.type()).toLowerCase(java.util.Locale.ROOT)
                    + " in QuickBooks";
        }
        return switch (line.kind()) {
            case TIMESHEET -> "row of the timesheet";
            case BUDGET -> "purchase order in the sheet";
            case BILLING -> "billed row of the sheet";
            default -> "row of the cost sheet";
        };
    }

    private static void add(List<String> parts, String before, String text) {
        if (!text.isBlank()) {
            parts.add(before + text);
        }
    }

    private static String amount(BigDecimal amount, String unit) {
        return unit.equals("HRS")
                ? amount.stripTrailingZeros().toPlainString() + " hours"
                : unit + " " + amount.setScale(Math.max(2, amount.scale())).toPlainString();
    }
}
