package io.tieout.reconcile.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The rules in the order in which they are tried, at a version.
public record MatchRules(int version, List<MatchRule> rules) {
    /// What holds until somebody edits it.
    public static final MatchRules FIRST =
            new MatchRules(
                    1,
                    List.of(
                            new MatchRule("identifier", MatchRule.Step.IDENTIFIER, 0, 0, 31, true),
                            new MatchRule("exact", MatchRule.Step.EXACT, 0, 0, 7, true),
                            new MatchRule("group", MatchRule.Step.GROUP, 1, 0, 62, true),
                            new MatchRule("scored", MatchRule.Step.SCORED, 2, 0, 10, true),
                            new MatchRule("sum", MatchRule.Step.SUM, 0, 0, 31, true),
                            new MatchRule("total", MatchRule.Step.TOTAL, 0, 0, 14, true)));

    private static final int RULES_MAX = 40;

    public MatchRules {
        rules = List.copyOf(rules);
        if (version < 1) {
            throw new IllegalArgumentException(
                    "Version %d of the rules cannot be: the first is 1.".formatted(version));
        }
        if (rules.size() > RULES_MAX) {
            throw new IllegalArgumentException(
                    "There are %d rules; remove some, so that there are %d at most."
                            .formatted(rules.size(), RULES_MAX));
        }
        Set<String> ids = new HashSet<>();
        for (MatchRule rule : rules) {
            if (!ids.add(rule.id())) {
                throw new IllegalArgumentException(
                        "Two rules are called \"%s\": rename one of them.".formatted(rule.id()));
            }
        }
    }
}
