package io.tieout.reconcile.engine;

import java.util.List;

/// Matches the lines of one party by the rules in their order, and says of the rest what it is. The
/// same lines and rules have the same verdicts, in whatever order they come. Pure.
final class BlockMatcher {
    private static final MatchRule NO_RULE =
            new MatchRule("deviation", MatchRule.Step.SCORED, 0, 0, 10, true);

    private BlockMatcher() {}

    static List<Verdict> match(
            List<Line> sheet, List<Line> books, MatchRules rules, Separations separations) {
        Block block = new Block(sheet, books, separations);
        Impossible.setAside(block);
        if (block.sheet.size() + block.books.size() > 1) {
            Duplicates.find(block);
        }
        MatchRule scored = NO_RULE;
        if (block.sheet.size() > 0 && block.books.size() > 0) {
            for (MatchRule rule : rules.rules()) {
                if (rule.enabled()) {
                    apply(block, rule);
                    scored = rule.step() == MatchRule.Step.SCORED ? rule : scored;
                }
            }
            for (MatchRule rule : rules.rules()) {
                if (rule.enabled() && rule.step() == MatchRule.Step.GROUP) {
                    Groups.matchRemainders(block, rule);
                }
            }
            Deviations.match(block, scored);
        }
        Leftovers.describe(block, scored);
        return block.verdicts;
    }

    private static void apply(Block block, MatchRule rule) {
        switch (rule.step()) {
            case IDENTIFIER -> Identifiers.match(block, rule);
            case EXACT -> Exacts.match(block, rule);
            case SCORED -> Scored.match(block, rule);
            case GROUP -> Groups.match(block, rule);
            case SUM -> Sums.match(block, rule);
            case TOTAL -> Totals.match(block, rule);
        }
    }
}
