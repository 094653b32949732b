package io.tieout.reconcile.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LiveMatchesTest {
    private static final List<String> VENDORS =
            List.of("Brellow Electric Inc", "Osterlind Paving Co", "Tanfor & Quillet Rentals LLC");
    private static final Parties PARTIES = Parties.of(VENDORS, List.of());
    private static final Separations APART = everyFifth();

    @Test
    void a_thousand_orders_of_arrival_end_in_the_same_verdicts() {
        Random random = new Random(11);
        List<Entry> all = ledger(random, 20);
        Set<String> expected = words(batch(all));
        for (int round = 0; round < 1000; round++) {
            Collections.shuffle(all, random);
            LiveMatches live = new LiveMatches(MatchRules.FIRST, PARTIES, APART);
            for (Entry entry : all) {
                comeInSomeWay(live, entry, random);
            }
            assertThat(words(live.all())).isEqualTo(expected);
            if (round % 10 == 0) {
                assertThat(words(batch(all))).isEqualTo(expected);
            }
        }
    }

    /// At once, as something else first, or twice with a removal between.
    private static void comeInSomeWay(LiveMatches live, Entry entry, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> live.put(List.of(otherwise(entry, random)));
            case 1 -> {
                live.put(List.of(otherwise(entry, random)));
                live.remove(entry.kind().side(), entry.id());
            }
            default -> {}
        }
        live.put(List.of(entry));
    }

    /// The line as it may have been before somebody changed it.
    private static Entry otherwise(Entry entry, Random random) {
        return new Entry(
                entry.id(),
                entry.kind(),
                VENDORS.get(random.nextInt(VENDORS.size())),
                entry.reference(),
                "",
                "",
                1000 + 100 * random.nextInt(12),
                entry.currency(),
                entry.day() + random.nextInt(9),
                entry.description(),
                "",
                "",
                "");
    }

    @Test
    void after_any_changes_it_says_what_a_full_run_says() {
        Random random = new Random(12);
        List<Entry> all = ledger(random, 60);
        LiveMatches live = new LiveMatches(MatchRules.FIRST, PARTIES, APART);
        List<Entry> there = new ArrayList<>();
        for (int step = 0; step < 600; step++) {
            if (!there.isEmpty() && random.nextInt(3) == 0) {
                Entry gone = there.remove(random.nextInt(there.size()));
                live.remove(gone.kind().side(), gone.id());
            } else {
                Entry next = all.get(random.nextInt(all.size()));
                there.removeIf(known ->
                        known.id().equals(next.id()) && known.kind().side() == next.kind().side());
                there.add(next);
                live.put(List.of(next));
            }
            if (step % 20 == 0) {
                assertThat(words(live.all())).isEqualTo(words(batch(there)));
            }
        }
    }

    @Test
    void every_line_is_in_exactly_one_verdict() {
        for (int seed = 0; seed < 30; seed++) {
            List<Entry> all = ledger(new Random(seed), 50);
            List<String> seen = new ArrayList<>();
            for (Verdict verdict : batch(all)) {
                verdict.sheet().forEach(entry -> seen.add("s" + entry.id()));
                verdict.books().forEach(entry -> seen.add("b" + entry.id()));
            }
            assertThat(seen).doesNotHaveDuplicates();
            assertThat(seen).hasSize(all.size());
        }
    }

    @Test
    void what_was_taken_apart_is_in_no_match_at_all() {
        for (int seed = 0; seed < 30; seed++) {
            for (Verdict verdict : batch(ledger(new Random(seed), 50))) {
                if (verdict instanceof Verdict.Matched || verdict instanceof Verdict.Deviating) {
                    for (Entry s : verdict.sheet()) {
                        assertThat(verdict.books()).noneMatch(b -> APART.isApart(s.id(), b.id()));
                    }
                }
            }
        }
    }

    private static List<Verdict> batch(Collection<Entry> all) {
        return Reconciler.match(
                all.stream().filter(entry -> entry.kind().side() == EntryKind.Side.SHEET).toList(),
                all.stream().filter(entry -> entry.kind().side() == EntryKind.Side.BOOKS).toList(),
                MatchRules.FIRST,
                PARTIES,
                APART);
    }

    /// Pairs among the lines that [#ledger] makes.
    private static Separations everyFifth() {
        List<Separations.Pair> pairs = new ArrayList<>();
        for (int s = 0; s < 60; s += 2) {
            for (int b = 1 + 2 * (s / 2 % 5); b < 60; b += 10) {
                pairs.add(new Separations.Pair("s" + s, "b" + b));
            }
        }
        return Separations.of(pairs);
    }

    private static Set<String> words(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(LiveMatchesTest::words)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static String words(Verdict verdict) {
        String said =
                switch (verdict) {
                    case Verdict.Matched matched ->
                            matched.rule() + matched.band() + matched.remainder();
                    case Verdict.Deviating deviating -> deviating.category() + deviating.evidence();
                    case Verdict.Alone alone -> alone.category() + alone.nearest().toString();
                    case Verdict.Tied _ -> "tied";
                };
        return said + ids(verdict.sheet()) + ids(verdict.books());
    }

    private static String ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).sorted().toList().toString();
    }

    /// Few amounts, numbers and names, so that much is alike.
    private static List<Entry> ledger(Random random, int lines) {
        List<Entry> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            String vendor = VENDORS.get(random.nextInt(VENDORS.size()));
            boolean inSheet = i % 2 == 0;
            Lines line =
                    Lines.of(inSheet ? "s" + i : "b" + i, inSheet ? EntryKind.COST : EntryKind.BILL)
                            .from(
                                    inSheet && random.nextInt(3) == 0
                                            ? vendor.substring(0, 6 + random.nextInt(5))
                                            : vendor)
                            .of(1000 + 100 * random.nextInt(12))
                            .on("2026-03-%02d".formatted(1 + random.nextInt(28)));
            if (random.nextBoolean()) {
                line.numbered("N-" + random.nextInt(20));
            }
            if (random.nextBoolean()) {
                line.about(random.nextBoolean() ? "cable works" : "crane hire");
            }
            if (random.nextInt(3) == 0) {
                line.ordered("PO-" + random.nextInt(6));
            }
            all.add(line.line());
        }
        return all;
    }
}
