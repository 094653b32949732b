package io.tieout.console.rules;

import io.tieout.console.matching.Shown;
import io.tieout.kit.json.CanonicalJson;
import io.tieout.model.command.RuleSetting;
import io.tieout.model.money.Percent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// The rules as they stand in the form's fields, whatever was typed there. Pure.
record RuleForm(List<Row> rows) {
    private static final Pattern PLACE = Pattern.compile("\\d{1,2}");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}(\\.\\d{1,2})?");
    private static final Pattern PERCENT = Pattern.compile("\\d{1,2}(\\.\\d{1,4})?");
    private static final Pattern DAYS = Pattern.compile("\\d{1,3}");

    /// One rule.
    record Row(
            String id,
            String step,
            String place,
            String amount,
            String percent,
            String days,
            boolean on) {}

    /// What was typed, as rules or as what is wrong with it.
    sealed interface Read {
        /// In their order.
        record Rules(List<RuleSetting> rules) implements Read {}

        /// Names the rule and the remedy.
        record Wrong(String sentence) implements Read {}
    }

    static RuleForm of(Shown.Version version) {
        List<Row> rows = new ArrayList<>();
        for (RuleSetting rule : version.rules()) {
            rows.add(
                    new Row(
                            rule.id(),
                            rule.step(),
                            Integer.toString(rows.size() + 1),
                            BigDecimal.valueOf(rule.absolute(), 2).toPlainString(),
                            rule.percent().toString(),
                            Integer.toString(rule.days()),
                            rule.enabled()));
        }
        return new RuleForm(rows);
    }

    RuleForm {
        rows = List.copyOf(rows);
    }

    Read read() {
        for (Row row : rows) {
            String wrong = wrong(row);
            if (!wrong.isEmpty()) {
                return new Read.Wrong(wrong);
            }
        }
        return new Read.Rules(inOrder().stream().map(RuleForm::setting).toList());
    }

    /// Sorted by the places that were typed, and numbered anew.
    RuleForm sorted() {
        List<Row> sorted = new ArrayList<>();
        for (Row row : inOrder()) {
            sorted.add(
                    new Row(
                            row.id(),
                            row.step(),
                            Integer.toString(sorted.size() + 1),
                            row.amount(),
                            row.percent(),
                            row.days(),
                            row.on()));
        }
        return new RuleForm(sorted);
    }

    /// Names exactly these rules, so that nothing else is saved than what was previewed.
    String mark() {
        return CanonicalJson.sha256(sorted().rows().toString().getBytes(StandardCharsets.UTF_8))
                .substring(0, 16);
    }

    private List<Row> inOrder() {
        return rows.stream().sorted(Comparator.comparingInt(RuleForm::place)).toList();
    }

    private static int place(Row row) {
        return PLACE.matcher(row.place()).matches() ? Integer.parseInt(row.place()) : 100;
    }

    private static String wrong(Row row) {
        if (!PLACE.matcher(row.place()).matches()) {
            return "Rule %s: its place is a number such as 1".formatted(row.id());
        }
        if (!AMOUNT.matcher(row.amount()).matches()) {
            return "Rule %s: \"%.20s\" is no amount; write one such as 0.02"
                    .formatted(row.id(), row.amount());
        }
        if (!PERCENT.matcher(row.percent()).matches()) {
            return "Rule %s: \"%.20s\" is no percentage; write one such as 0.5"
                    .formatted(row.id(), row.percent());
        }
        return DAYS.matcher(row.days()).matches()
                ? ""
                : "Rule %s: \"%.20s\" are no days; write a number such as 7"
                        .formatted(row.id(), row.days());
    }

    private static RuleSetting setting(Row row) {
        return new RuleSetting(
                row.id(),
                row.step(),
                new BigDecimal(row.amount()).movePointRight(2).longValueExact(),
                new Percent(
                        new BigDecimal(
                                new BigDecimal(row.percent())
                                        .stripTrailingZeros()
                                        .toPlainString())),
                Integer.parseInt(row.days()),
                row.on());
    }
}
