package io.tieout.reconcile.preview;

import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.MatchRule;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.ledger.EntryKind.Side;
import io.tieout.reconcile.reporting.Amount;
import io.tieout.reconcile.standing.Outcome;
import io.tieout.reconcile.standing.Standing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Says in what differs what is said of the same lines by two sets of rules. Pure.
final class RuleComparison {
    private static final int WORDS_MAX = 160;
    private static final int NAMED_MAX = 3;

    private RuleComparison() {}

    /// @param name how people call a line
    static Preview compare(Run now, Run then, int examplesMax, UnaryOperator<String> name) {
        Map<String, Standing> before = now.byLine();
        Map<String, Standing> after = then.byLine();
        Set<String> lines = new TreeSet<>(before.keySet());
        lines.addAll(after.keySet());
        int changed = 0;
        List<Preview.Example> examples = new ArrayList<>();
        for (String line : lines) {
            Standing one = before.get(line);
            Standing other = after.get(line);
            if (differ(one, other)) {
                changed++;
                if (examples.size() < examplesMax) {
                    examples.add(
                            new Preview.Example(
                                    line,
                                    words(Objects.requireNonNull(one == null ? other : one), name),
                                    said(one, name),
                                    said(other, name)));
                }
            }
        }
        return new Preview(
                now.rules().version(),
                lines.size(),
                rules(now, then),
                categories(now.standings(), then.standings()),
                changed,
                examples);
    }

    /// What was said of all lines by one set of rules.
    record Run(MatchRules rules, Collection<Standing> standings) {
        private Map<String, Standing> byLine() {
            return standings.stream()
                    .collect(
                            Collectors.toMap(
                                    Standing::lineId,
                                    Function.identity(),
                                    (one, _) -> one,
                                    TreeMap::new));
        }

        /// Each match once, however many rows it takes.
        private int count(String rule, Outcome outcome) {
            return (int)
                    standings.stream()
                            .filter(one -> one.kind().side() == Side.SHEET)
                            .filter(one -> one.outcome() == outcome && one.rule().equals(rule))
                            .map(one -> one.counterparts().stream().sorted().toList())
                            .distinct()
                            .count();
        }
    }

    /// By another rule the same may be said.
    private static boolean differ(@Nullable Standing one, @Nullable Standing other) {
        return one == null
                || other == null
                || one.outcome() != other.outcome()
                || one.category() != other.category()
                || !Set.copyOf(one.counterparts()).equals(Set.copyOf(other.counterparts()));
    }

    private static List<Preview.RuleCount> rules(Run now, Run then) {
        Set<String> ids = new LinkedHashSet<>();
        then.rules().rules().stream().map(MatchRule::id).forEach(ids::add);
        now.rules().rules().stream().map(MatchRule::id).forEach(ids::add);
        return ids.stream()
                .map(id ->
                        new Preview.RuleCount(
                                id,
                                now.count(id, Outcome.MATCHED),
                                then.count(id, Outcome.MATCHED),
                                now.count(id, Outcome.PROPOSED),
                                then.count(id, Outcome.PROPOSED)))
                .toList();
    }

    private static List<Preview.CategoryCount> categories(
            Collection<Standing> before, Collection<Standing> after) {
        List<Preview.CategoryCount> counts = new ArrayList<>();
        for (Category category : Category.values()) {
            int now = count(before, category);
            int then = count(after, category);
            if (now > 0 || then > 0) {
                counts.add(new Preview.CategoryCount(category.words(), now, then));
            }
        }
        return counts;
    }

    private static int count(Collection<Standing> standings, Category category) {
        return (int) standings.stream().filter(one -> one.category() == category).count();
    }

    private static String said(@Nullable Standing line, UnaryOperator<String> name) {
        if (line == null) {
            return "Nothing is said of it";
        }
        Category category = line.category();
        String what =
                category == null
                        ? switch (line.outcome()) {
                            case MATCHED -> "Matched";
                            case PROPOSED -> "Proposed";
                            case DEVIATING -> "Differs";
                            case TIED -> "Several fit";
                            case ALONE -> "Alone";
                        }
                        : category.words();
        List<String> others = line.counterparts().stream().sorted().toList();
        String with =
                others.isEmpty()
                        ? ""
                        : " with "
                                + others.stream()
                                        .limit(NAMED_MAX)
                                        .map(name)
                                        .collect(Collectors.joining("; "))
                                + (others.size() > NAMED_MAX
                                        ? " and %d more".formatted(others.size() - NAMED_MAX)
                                        : "");
        return what + with + (line.rule().isEmpty() ? "" : ", by rule " + line.rule());
    }

    private static String words(Standing line, UnaryOperator<String> name) {
        String words =
                Stream.of(
                                line.party(),
                                line.reference(),
                                Amount.of(line).readable(),
                                line.day().toString(),
                                line.description())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(", ", name.apply(line.lineId()) + ": ", ""));
        return words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) + "…" : words;
    }
}
