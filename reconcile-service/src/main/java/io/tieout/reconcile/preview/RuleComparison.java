package io.tieout.reconcile.preview;

import io.tieout.reconcile.engine.Band;
import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.engine.MatchRule;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.engine.Parties;
import io.tieout.reconcile.engine.Reconciler;
import io.tieout.reconcile.engine.Separations;
import io.tieout.reconcile.engine.Verdict;
import io.tieout.reconcile.ledger.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Matches the same lines by the rules in force and by edited ones, and says in what they differ.
/// Pure.
final class RuleComparison {
    private static final int WORDS_MAX = 120;

    private RuleComparison() {}

    /// The lines of both books and what else the engine goes by.
    record Lines(
            Collection<Entry> sheet,
            Collection<Entry> books,
            Parties parties,
            Separations separations) {}

    static Preview compare(Lines lines, MatchRules now, MatchRules then, int examplesMax) {
        List<Verdict> before = match(lines, now);
        List<Verdict> after = match(lines, then);
        SortedMap<String, Said> saidBefore = said(before);
        SortedMap<String, Said> saidAfter = said(after);
        Map<String, Entry> entries = new HashMap<>();
        lines.sheet().forEach(entry -> entries.put("sheet " + entry.id(), entry));
        lines.books().forEach(entry -> entries.put("books " + entry.id(), entry));
        int changed = 0;
        List<Preview.Example> examples = new ArrayList<>();
        for (Map.Entry<String, Said> one : saidBefore.entrySet()) {
            Said next = saidAfter.get(one.getKey());
            Entry entry = entries.get(one.getKey());
            if (next != null && entry != null && next.differsFrom(one.getValue())) {
                changed++;
                if (examples.size() < examplesMax) {
                    examples.add(
                            new Preview.Example(
                                    entry.id(),
                                    words(entry),
                                    one.getValue().words(),
                                    next.words()));
                }
            }
        }
        return new Preview(
                now.version(),
                entries.size(),
                rules(now, then, before, after),
                categories(saidBefore.values(), saidAfter.values()),
                changed,
                examples);
    }

    private static List<Verdict> match(Lines lines, MatchRules rules) {
        return Reconciler.match(
                lines.sheet(), lines.books(), rules, lines.parties(), lines.separations());
    }

    private static SortedMap<String, Said> said(List<Verdict> verdicts) {
        SortedMap<String, Said> said = new TreeMap<>(Comparator.reverseOrder());
        for (Verdict verdict : verdicts) {
            verdict.sheet()
                    .forEach(entry -> said.put("sheet " + entry.id(), Said.of(verdict, true)));
            verdict.books()
                    .forEach(entry -> said.put("books " + entry.id(), Said.of(verdict, false)));
        }
        return said;
    }

    private static List<Preview.RuleCount> rules(
            MatchRules now, MatchRules then, List<Verdict> before, List<Verdict> after) {
        Set<String> ids = new LinkedHashSet<>();
        then.rules().stream().map(MatchRule::id).forEach(ids::add);
        now.rules().stream().map(MatchRule::id).forEach(ids::add);
        return ids.stream()
                .map(id ->
                        new Preview.RuleCount(
                                id,
                                count(before, id, true),
                                count(after, id, true),
                                count(before, id, false),
                                count(after, id, false)))
                .toList();
    }

    private static int count(List<Verdict> verdicts, String rule, boolean automatic) {
        return (int)
                verdicts.stream()
                        .filter(verdict ->
                                verdict instanceof Verdict.Matched matched
                                        && matched.rule().equals(rule)
                                        && (matched.band() == Band.AUTOMATIC) == automatic)
                        .count();
    }

    private static List<Preview.CategoryCount> categories(
            Collection<Said> before, Collection<Said> after) {
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

    private static int count(Collection<Said> said, Category category) {
        return (int) said.stream().filter(one -> one.category() == category).count();
    }

    private static String words(Entry entry) {
        String words =
                String.join(
                        " ",
                        List.of(
                                        entry.party(),
                                        entry.reference(),
                                        BigDecimal.valueOf(entry.amount(), 2).toPlainString(),
                                        entry.currency(),
                                        LocalDate.ofEpochDay(entry.day()).toString(),
                                        entry.description())
                                .stream()
                                .filter(word -> !word.isEmpty())
                                .toList());
        return words.length() > WORDS_MAX ? words.substring(0, WORDS_MAX) + "…" : words;
    }
}
