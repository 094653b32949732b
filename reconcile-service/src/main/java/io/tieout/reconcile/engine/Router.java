package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Decides among which party's lines a line is matched. A name that says it surely decides; else
/// the documents do that the line may be. Pure.
final class Router {
    /// The block of a line.
    ///
    /// @param probability that the line's party is the block's
    /// @param settled whether the books' other lines have no say in it
    record Route(String block, double probability, boolean settled) {}

    private static final double POSSIBLE = 0.1;
    private static final int DAYS_NEAR = 10;
    private static final int SAME_AMOUNT_MAX = 200;

    private final Parties parties;
    private final Separations separations;

    Router(Parties parties, Separations separations) {
        this.parties = parties;
        this.separations = separations;
    }

    Route books(Entry entry) {
        return new Route(block(entry, parties.keyOf(entry.party())), 1, true);
    }

    /// Looks up whom the lines of sheets name, so that later it is known.
    void learn(Collection<Entry> entries) {
        entries.parallelStream()
                .filter(entry -> entry.kind().side() == EntryKind.Side.SHEET)
                .map(Entry::party)
                .distinct()
                .forEach(parties::find);
    }

    boolean isSettled(Entry entry) {
        return entry.link().isEmpty() && parties.find(entry.party()).sure();
    }

    Route sheet(Entry entry, BookIndex books) {
        Parties.Party party = parties.find(entry.party());
        if (!entry.link().isEmpty()) {
            for (Entry named : books.byId(entry.link())) {
                if (named.kind().family() == entry.kind().family()
                        && !separations.isApart(entry.id(), named.id())) {
                    String key = parties.keyOf(named.party());
                    return new Route(
                            block(entry, key),
                            key.equals(party.key()) ? party.probability() : 0.6,
                            false);
                }
            }
        }
        if (party.sure()) {
            return new Route(
                    block(entry, party.key()), party.probability(), entry.link().isEmpty());
        }
        return undecided(entry, party, books);
    }

    private Route undecided(Entry entry, Parties.Party party, BookIndex books) {
        String number = Entry.referenceKey(entry.reference());
        if (number.length() >= 3) {
            Set<String> keys = new TreeSet<>();
            for (Entry named : comparable(entry, books.byReference(number))) {
                String key = parties.keyOf(named.party());
                if (named.amount() == entry.amount() || party.candidates().contains(key)) {
                    keys.add(key);
                }
            }
            if (keys.size() == 1) {
                String key = keys.iterator().next();
                boolean may = party.candidates().contains(key);
                return new Route(
                        block(entry, key),
                        may ? Math.max(0.6, probability(party, key)) : 0.4,
                        false);
            }
        }
        Collection<Entry> equal = books.byAmount(entry.amount());
        if (equal.size() <= SAME_AMOUNT_MAX) {
            for (String key : party.candidates()) {
                for (Entry one : comparable(entry, equal)) {
                    if (Math.abs(one.day() - entry.day()) <= DAYS_NEAR
                            && parties.keyOf(one.party()).equals(key)) {
                        return new Route(block(entry, key), probability(party, key), false);
                    }
                }
            }
        }
        return new Route(block(entry, party.key()), party.probability(), false);
    }

    private static double probability(Parties.Party party, String key) {
        return key.equals(party.key())
                ? Math.max(POSSIBLE, party.probability())
                : Math.clamp(1 - party.probability(), POSSIBLE, 0.3);
    }

    private List<Entry> comparable(Entry entry, Collection<Entry> others) {
        List<Entry> comparable = new ArrayList<>();
        for (Entry other : others) {
            if (other.kind().family() == entry.kind().family()
                    && other.currency().equals(entry.currency())
                    && !separations.isApart(entry.id(), other.id())) {
                comparable.add(other);
            }
        }
        return comparable;
    }

    private static String block(Entry entry, String key) {
        return entry.kind().family().name() + " " + key;
    }
}
