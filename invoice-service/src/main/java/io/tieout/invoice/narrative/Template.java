package io.tieout.invoice.narrative;

import io.tieout.invoice.drafting.DraftLine;
import io.tieout.invoice.drafting.InvoiceDraft;
import io.tieout.model.proposal.Evidence.RateSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Plain wording from the row's own cells, such as `Engineering – Harbor Works – Pump test,
/// 2026-11-18`.
final class Template {
    private static final String ELLIPSIS = "…";

    private Template() {}

    static Words of(InvoiceDraft draft, int lengthMax) {
        return Words.byTemplate(
                draft.lines().stream()
                        .map(line -> shortened(text(draft, line), lengthMax))
                        .toList());
    }

    private static String text(InvoiceDraft draft, DraftLine line) {
        if (line.rateSource() == RateSource.MINIMUM_FEE) {
            return "Minimum fee – %s".formatted(draft.group().period());
        }
        String project =
                draft.group().project() == null
                        ? draft.group().customer()
                        : draft.group().project();
        String what =
                Stream.of(line.itemName(), project, tasks(line))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" – "));
        String days = days(line);
        return days.isEmpty() ? what : what + ", " + days;
    }

    private static String tasks(DraftLine line) {
        return line.rows().stream()
                .map(row -> row.cells().description())
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(task -> !task.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String days(DraftLine line) {
        List<LocalDate> days =
                line.rows().stream()
                        .map(row -> row.cells().workDate())
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
        if (days.isEmpty()) {
            return "";
        }
        return days.getFirst().equals(days.getLast())
                ? days.getFirst().toString()
                : days.getFirst() + " to " + days.getLast();
    }

    private static String shortened(String text, int lengthMax) {
        return text.length() <= lengthMax
                ? text
                : text.substring(0, lengthMax - ELLIPSIS.length()) + ELLIPSIS;
    }
}
