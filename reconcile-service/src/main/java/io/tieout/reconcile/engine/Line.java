package io.tieout.reconcile.engine;

import io.tieout.reconcile.ledger.Bounds;
import io.tieout.reconcile.ledger.Entry;
import io.tieout.reconcile.ledger.EntryKind;
import io.tieout.reconcile.names.NameText;
import io.tieout.reconcile.names.PersonName;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An entry, prepared for many comparisons.
final class Line {
    static final double PARTY_SURE = 0.9;
    private static final int WORDS_MAX = 16;

    /// By day, and by id within a day: no two lines of one side are equal.
    static final Comparator<Line> BY_DAY =
            (one, other) -> {
                int days = Integer.compare(one.day, other.day);
                return days == 0 ? one.entry.id().compareTo(other.entry.id()) : days;
            };

    private final Entry entry;
    private final double partyProbability;
    private final String reference;
    private final String order;
    private final String project;
    private final int day;
    private final int[] words;
    private final PersonName person;
    private @Nullable String copyKey;

    /// @param partyProbability how probable it is that the party is the block's
    Line(Entry entry, double partyProbability) {
        this.entry = entry;
        this.partyProbability = partyProbability;
        reference = Entry.referenceKey(entry.reference());
        order = orderKey(entry.order());
        project = plain(lastPart(entry.project()));
        day = Bounds.kept(entry.day());
        words = words(entry.description());
        person = PersonName.of(entry.person());
    }

    Entry entry() {
        return entry;
    }

    long amount() {
        return entry.amount();
    }

    int day() {
        return day;
    }

    double partyProbability() {
        return partyProbability;
    }

    String reference() {
        return reference;
    }

    String order() {
        return order;
    }

    /// Whether both name an order, and it is not the same.
    boolean isOfOtherOrder(Line other) {
        return !order.isEmpty() && !other.order.isEmpty() && !order.equals(other.order);
    }

    boolean isOfSameOrder(Line other) {
        return !order.isEmpty() && order.equals(other.order);
    }

    /// Whether both have a document number, and it is not nearly the same.
    boolean isOfOtherNumber(Line other) {
        return !reference.isEmpty()
                && !other.reference.isEmpty()
                && !reference.equals(other.reference)
                && !PairScore.isNear(reference, other.reference);
    }

    String project() {
        return project;
    }

    String department() {
        return entry.department();
    }

    String account() {
        return entry.account();
    }

    /// Whether both say who worked, and that is not one person.
    boolean isOfOtherPerson(Line other) {
        return person.likeness(other.person) == PersonName.Likeness.OTHER;
    }

    /// Whether one of the two says too little, or otherwise, who worked.
    boolean isOfUnsurePerson(Line other) {
        return person.likeness(other.person) == PersonName.Likeness.UNSURE;
    }

    /// Who worked, as lines of one side say it; empty for nobody.
    String worker() {
        return person.key();
    }

    boolean isSheet() {
        return entry.kind().side() == EntryKind.Side.SHEET;
    }

    /// What two copies share: amount and document number, or amount and every word; empty when it
    /// says neither.
    String copyKey() {
        String known = copyKey;
        if (known == null) {
            known = mayBeCopied() ? key() : "";
            copyKey = known;
        }
        return known;
    }

    private String key() {
        if (!reference.isEmpty()) {
            return amount() + "#" + reference;
        }
        String description = entry.description();
        return description.isEmpty() ? "" : amount() + "\"" + description + "\"" + project;
    }

    /// Lines of an invoice may well be equal, and so may the rows that they were made of: their
    /// invoices are looked through for copies as a whole.
    private boolean mayBeCopied() {
        return entry.kind().family() != EntryKind.Family.INCOME;
    }

    /// Share of words in common; negative when one says nothing.
    double likeness(Line other) {
        if (words.length == 0 || other.words.length == 0) {
            return -1;
        }
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < words.length && j < other.words.length) {
            if (words[i] == other.words[j]) {
                common++;
                i++;
                j++;
            } else if (words[i] < other.words[j]) {
                i++;
            } else {
                j++;
            }
        }
        return (double) common / Math.min(words.length, other.words.length);
    }

    /// The orders that lines name.
    static Set<String> orders(Collection<Entry> entries) {
        Set<String> orders = new HashSet<>();
        for (Entry entry : entries) {
            if (!entry.order().isEmpty()) {
                orders.add(orderKey(entry.order()));
            }
        }
        orders.remove("");
        return orders;
    }

    /// As a reference; `PO-0417`, `P.O. 417` and `417` are one order.
    private static String orderKey(String written) {
        String key = Entry.referenceKey(written);
        return key.length() > 2 && key.startsWith("PO") && Character.isDigit(key.charAt(2))
                ? key.substring(2)
                : key;
    }

    private static int[] words(String description) {
        if (description.isEmpty()) {
            return new int[0];
        }
        List<String> split = NameText.words(description);
        return split.stream()
                .limit(WORDS_MAX)
                .mapToInt(String::hashCode)
                .sorted()
                .distinct()
                .toArray();
    }

    /// A project of the books is `Customer:Project`.
    private static String lastPart(String project) {
        return project.substring(project.lastIndexOf(':') + 1);
    }

    private static String plain(String text) {
        return text.isEmpty() ? text : text.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return entry.id() + Arrays.toString(words);
    }
}
