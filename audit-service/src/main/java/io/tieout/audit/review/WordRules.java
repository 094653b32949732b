package io.tieout.audit.review;

import io.tieout.model.effect.InvoiceLine;
import io.tieout.model.quickbooks.Entity;
import io.tieout.model.smartsheet.BillingFields;
import io.tieout.model.smartsheet.RowContext;
import io.tieout.model.smartsheet.TimesheetFields;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Words: whoever wrote a description, each figure in it stands in what the line was made from.
final class WordRules {
    static final List<Rule<InvoiceCase>> ALL =
            List.of(new Rule<>("figures-in-descriptions", WordRules::figures));

    private static final Pattern FIGURE = Pattern.compile("\\p{N}+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3})");
    private static final Pattern TRAILING_ZEROS = Pattern.compile("(\\d\\.\\d*?)0+\\b");
    private static final Pattern CUT_SHORT = Pattern.compile("\\S*…$");
    private static final int LENGTH_MAX = 4_000;

    private WordRules() {}

    private static void figures(InvoiceCase it, List<String> objections) {
        for (InvoiceLine line : it.invoice().lines()) {
            String words = CUT_SHORT.matcher(line.description()).replaceFirst("");
            Set<String> unknown = figures(words);
            unknown.removeAll(figures(sources(it, line)));
            if (!unknown.isEmpty()) {
                objections.add(
                        "The description of line %d says %s, which its sources do not."
                                .formatted(line.number(), String.join(", ", unknown)));
            }
            if (line.description().length() > LENGTH_MAX) {
                objections.add(
                        "The description of line %d is longer than QuickBooks takes."
                                .formatted(line.number()));
            }
        }
    }

    private static String sources(InvoiceCase it, InvoiceLine line) {
        Stream<String> item = it.item(line).map(Entity.Item::name).stream();
        Stream<String> cells = it.rowsOf(line).stream().map(WordRules::cells);
        Stream<String> period = Stream.ofNullable(it.proposal().evidence().period());
        return Stream.of(item, cells, period, context(it, line), timesheets(it))
                .flatMap(stream -> stream)
                .collect(Collectors.joining(" "));
    }

    /// What was said about the line's rows, and attached to them.
    private static Stream<String> context(InvoiceCase it, InvoiceLine line) {
        return it.source(line).stream()
                .flatMap(source -> source.rows().stream())
                .flatMap(ref -> Stream.ofNullable(it.facts().rows().get(ref)))
                .flatMap(known -> Stream.ofNullable(known.row().context()))
                .flatMap(context ->
                        Stream.concat(
                                context.comments().stream().map(RowContext.Comment::text),
                                context.attachments().stream()
                                        .flatMap(file -> Stream.ofNullable(file.text()))));
    }

    /// The timesheet rows that the evidence cites, as audit knows them.
    private static Stream<String> timesheets(InvoiceCase it) {
        return it.facts().rows().values().stream()
                .map(known -> known.row().fields())
                .filter(TimesheetFields.class::isInstance)
                .map(TimesheetFields.class::cast)
                .flatMap(time -> Stream.of(time.description(), time.workDate(), time.hours()))
                .filter(Objects::nonNull)
                .map(Object::toString);
    }

    private static String cells(BillingFields row) {
        return Stream.of(
                        row.description(),
                        row.customer(),
                        row.project(),
                        row.service(),
                        row.workDate(),
                        row.hours(),
                        row.className(),
                        row.departmentName())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .collect(Collectors.joining(" "));
    }

    /// `08` of a date and the `8` of a sentence are the same, and so are `1,250.50` and `1250.5`.
    private static Set<String> figures(String text) {
        String plain = THOUSANDS.matcher(text).replaceAll("");
        return FIGURE.matcher(TRAILING_ZEROS.matcher(plain).replaceAll("$1"))
                .results()
                .map(MatchResult::group)
                .map(figure -> figure.length() > 1 ? figure.replaceFirst("^0+(?=.)", "") : figure)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
