package io.tieout.console.rules;

import io.tieout.console.matching.Shown;
import io.tieout.model.command.RuleSetting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The rules in words. Pure.
final class RuleWords {
    private RuleWords() {}

    static String step(String step) {
        return switch (step) {
            case "identifier" ->
                    "The QuickBooks id, document or order number that the row names, with the party";
            case "exact" -> "Same party and amount, the only one far and wide";
            case "group" -> "Lines that share a document or order number, added up";
            case "scored" -> "All that two lines say, weighed; the best assignment for all";
            case "sum" -> "One line that several of the other side add up to";
            case "total" -> "Several lines that several of the other side add up to";
            default -> step;
        };
    }

    /// Whether amounts may differ by it.
    static boolean toleratesAmounts(String step) {
        return !step.equals("exact");
    }

    /// In what a version differs from the one before it.
    static List<String> changes(Shown.Version version, Shown.Version before) {
        Map<String, RuleSetting> old =
                before.rules().stream()
                        .collect(Collectors.toMap(RuleSetting::id, Function.identity()));
        List<String> changes = new ArrayList<>();
        for (RuleSetting rule : version.rules()) {
            RuleSetting was = old.get(rule.id());
            if (was == null) {
                changes.add("%s is new: %s".formatted(rule.id(), words(rule)));
            } else if (!was.equals(rule)) {
                changes.add("%s: %s, was %s".formatted(rule.id(), words(rule), words(was)));
            }
        }
        List<String> ids = version.rules().stream().map(RuleSetting::id).toList();
        before.rules().stream()
                .filter(rule -> !ids.contains(rule.id()))
                .forEach(rule -> changes.add(rule.id() + " is gone"));
        List<String> order = before.rules().stream().map(RuleSetting::id).toList();
        if (!ids.equals(order)) {
            changes.add("order: " + String.join(", ", ids));
        }
        return changes;
    }

    private static String words(RuleSetting rule) {
        if (!rule.enabled()) {
            return "off";
        }
        String percent =
                rule.percent().value().signum() == 0 ? "" : " or %s %%".formatted(rule.percent());
        return "%s%s, %d days"
                .formatted(
                        BigDecimal.valueOf(rule.absolute(), 2).toPlainString(),
                        percent,
                        rule.days());
    }
}
