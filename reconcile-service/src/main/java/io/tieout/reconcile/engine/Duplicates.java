package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds lines that were entered twice: on one side there are more of the same than on the other.
final class Duplicates {
    private static final int DAYS_APART_MAX = 7;
    private static final int GROUP_MAX = 6;

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
                groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
            }
        }
        groups.forEach((key, group) -> {
            if (group.size() > 1
                    && group.size() <= GROUP_MAX
                    && here.lines[group.getLast()].day() - here.lines[group.getFirst()].day()
                            <= DAYS_APART_MAX) {
                List<Integer> counterparts = counterparts(here.lines[group.getFirst()], key, there);
                List<Integer> open = openFirst(block, group, counterparts, inSheet);
                counterparts.removeIf(other -> isApartFromAll(block, other, group, !inSheet));
                int kept = Math.max(1, counterparts.size());
                if (group.size() > kept) {
                    mark(block, here, open, kept, inSheet);
                }
            }
        });
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
                    "%s%s of %s is there twice"
                            .formatted(
                                    Words.amount(original.amount()),
                                    original.reference().isEmpty()
                                            ? ""
                                            : " with number "
                                                    + Words.brief(original.entry().reference()),
                                    Words.date(here.lines[line].day()));
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

    private static List<Integer> counterparts(Line line, String key, Block.Half there) {
        List<Integer> counterparts = new ArrayList<>();
        for (int i : there.of(line.amount())) {
            if (there.lines[i].copyKey().equals(key)
                    || (line.reference().isEmpty() != there.lines[i].reference().isEmpty()
                            && Math.abs(there.lines[i].day() - line.day()) <= DAYS_APART_MAX)) {
                counterparts.add(i);
            }
        }
        return counterparts;
    }
}
