package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds lines that were entered twice: on one side there are more of the same than on the other.
final class Duplicates {
    private static final int DAYS_APART_MAX = 7;

    /// For equal party, number and amount; people number anew each year.
    private static final int DAYS_APART_NUMBERED_MAX = 366;

    private Duplicates() {}

    static void find(Block block) {
        find(block, block.sheet, block.books, true);
        find(block, block.books, block.sheet, false);
    }

    private static void find(Block block, Block.Half here, Block.Half there, boolean inSheet) {
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < here.size(); i++) {
            String key =
                    here.free.get(i) && here.of(here.lines[i].amount()).length > 1
                            ? here.lines[i].copyKey()
                            : "";
            if (!key.isEmpty()) {
                groups.computeIfAbsent(key + "\n" + here.lines[i].worker(), _ -> new ArrayList<>())
                        .add(i);
            }
        }
        for (List<Integer> group : groups.values()) {
            for (List<Integer> near : near(here, group)) {
                for (List<Integer> alike : ofOneOrder(here, near)) {
                    mark(block, here, there, alike, inSheet);
                }
            }
        }
    }

    /// Those that may be copies of each other, by their days. Lines without number are only where
    /// all of them are of a few days: else something comes again and again.
    private static List<List<Integer>> near(Block.Half here, List<Integer> group) {
        boolean numbered = !here.lines[group.getFirst()].reference().isEmpty();
        int daysMax = numbered ? DAYS_APART_NUMBERED_MAX : DAYS_APART_MAX;
        List<List<Integer>> near = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= group.size(); i++) {
            if (i == group.size()
                    || here.lines[group.get(i)].day() - here.lines[group.get(from)].day()
                            > daysMax) {
                near.add(group.subList(from, i));
                from = i;
            }
        }
        return numbered || near.size() == 1 ? near : List.of();
    }

    /// Lines of different orders are no copies; one without an order may be of any.
    private static Collection<List<Integer>> ofOneOrder(Block.Half here, List<Integer> group) {
        Map<String, List<Integer>> byOrder = new TreeMap<>();
        for (int i : group) {
            byOrder.computeIfAbsent(here.lines[i].order(), _ -> new ArrayList<>()).add(i);
        }
        List<Integer> none = byOrder.remove("");
        if (byOrder.size() < 2) {
            return List.of(group);
        }
        if (none != null) {
            List<Integer> first = byOrder.values().iterator().next();
            first.addAll(none);
            Collections.sort(first);
        }
        return byOrder.values();
    }

    private static void mark(
            Block block, Block.Half here, Block.Half there, List<Integer> group, boolean inSheet) {
        if (group.size() == 1) {
            return;
        }
        List<Integer> counterparts =
                counterparts(here.lines[group.getFirst()], here.lines[group.getLast()], there);
        List<Integer> open = openFirst(block, group, counterparts, inSheet);
        counterparts.removeIf(other -> isApartFromAll(block, other, group, !inSheet));
        int kept = Math.max(inOneDocument(here, group), counterparts.size());
        if (group.size() > kept) {
            mark(block, here, open, kept, inSheet);
        }
    }

    /// Equal lines of one document are no copies of each other.
    private static int inOneDocument(Block.Half here, List<Integer> group) {
        Map<String, Integer> lines = new HashMap<>();
        int most = 1;
        for (int i : group) {
            String id = here.lines[i].entry().id();
            int line = id.indexOf('#');
            if (line > 0) {
                String document = id.substring(0, line);
                int known = lines.getOrDefault(document, 0) + 1;
                lines.put(document, known);
                most = Math.max(most, known);
            }
        }
        return most;
    }

    /// What a person took apart from all that it could be is rather the copy than the original.
    private static List<Integer> openFirst(
            Block block, List<Integer> group, List<Integer> counterparts, boolean inSheet) {
        List<Integer> ordered = new ArrayList<>(group);
        ordered.sort(
                Comparator.comparing(line -> isApartFromAll(block, line, counterparts, inSheet)));
        return ordered;
    }

    private static boolean isApartFromAll(
            Block block, int line, List<Integer> others, boolean inSheet) {
        return !others.isEmpty()
                && others.stream()
                        .allMatch(other ->
                                inSheet ? block.isApart(line, other) : block.isApart(other, line));
    }

    private static void mark(
            Block block, Block.Half here, List<Integer> group, int kept, boolean inSheet) {
        Line original = here.lines[group.getFirst()];
        for (int i = 0; i < group.size(); i++) {
            int line = group.get(i);
            if (i < kept) {
                here.doubted.set(line);
                continue;
            }
            here.free.clear(line);
            String evidence =
                    "%s%s of %s is there %s"
                            .formatted(
                                    Words.amount(original.amount()),
                                    original.reference().isEmpty()
                                            ? ""
                                            : " with number "
                                                    + Words.brief(original.entry().reference()),
                                    Words.date(here.lines[line].day()),
                                    group.size() == 2 ? "twice" : group.size() + " times");
            List<io.tieout.reconcile.ledger.Entry> copy = List.of(here.lines[line].entry());
            block.verdicts.add(
                    new Verdict.Alone(
                            Category.DUPLICATE,
                            inSheet ? copy : List.of(),
                            inSheet ? List.of() : copy,
                            List.of(
                                    new Verdict.Near(
                                            here.lines[line].entry(),
                                            original.entry(),
                                            1,
                                            List.of())),
                            evidence));
        }
    }

    private static List<Integer> counterparts(Line first, Line last, Block.Half there) {
        List<Integer> counterparts = new ArrayList<>();
        for (int i : there.of(first.amount())) {
            Line other = there.lines[i];
            if (other.isOfOtherPerson(first)) {
                continue;
            }
            int before = first.day() - other.day();
            int after = other.day() - last.day();
            if (other.copyKey().equals(first.copyKey())
                    ? Math.max(before, after) <= DAYS_APART_NUMBERED_MAX
                    : first.reference().isEmpty() != other.reference().isEmpty()
                            && Math.max(before, after) <= DAYS_APART_MAX) {
                counterparts.add(i);
            }
        }
        return counterparts;
    }
}
