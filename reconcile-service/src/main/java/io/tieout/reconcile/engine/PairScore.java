package io.tieout.reconcile.engine;

import java.util.ArrayList;
import java.util.List;

/// How probable it is that a line of the sheet and one of the books are the same, as the sum of
/// what each field says, in log-odds (Fellegi and Sunter). Pure.
final class PairScore {
    private static final double BASE = -8;

    private PairScore() {}

    /// @param equalAmounts lines of this party and amount on the busier side: a common amount says
    ///   less
    static double odds(Line sheet, Line books, int equalAmounts) {
        return BASE
                + amount(sheet, books, equalAmounts)
                + date(sheet, books)
                + party(sheet)
                + reference(sheet, books)
                + order(sheet, books)
                + description(sheet, books)
                + code(sheet.project(), books.project(), 1.5, -2)
                + code(sheet.department(), books.department(), 0.4, -0.7)
                + code(sheet.account(), books.account(), 0.4, -0.7);
    }

    static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    private static double amount(Line sheet, Line books, int equalAmounts) {
        if (sheet.amount() == books.amount()) {
            return 6 - Math.min(2.5, 0.5 * Math.log(Math.max(1, equalAmounts)));
        }
        double apart = Math.abs(sheet.amount() - books.amount());
        double share =
                apart / Math.max(1, Math.max(Math.abs(sheet.amount()), Math.abs(books.amount())));
        if (apart <= 5 || share <= 0.002) {
            return 3;
        }
        return share <= 0.03 ? 1 : share <= 0.15 ? -1 : -3;
    }

    private static double date(Line sheet, Line books) {
        int apart = Math.abs(sheet.day() - books.day());
        if (apart <= 3) {
            return 2.5 - 0.4 * apart;
        }
        return apart <= 7 ? 0.6 : apart <= 14 ? -0.5 : apart <= 31 ? -1.5 : apart <= 62 ? -3 : -6;
    }

    private static double party(Line sheet) {
        double p = Math.clamp(sheet.partyProbability(), 0.01, 0.985);
        return Math.log(p / (1 - p));
    }

    private static double reference(Line sheet, Line books) {
        if (sheet.reference().isEmpty() || books.reference().isEmpty()) {
            return 0;
        }
        if (sheet.reference().equals(books.reference())) {
            return 7;
        }
        return isNear(sheet.reference(), books.reference()) ? 2 : -3;
    }

    /// An order may have several documents, so that the same one says less than the same document.
    private static double order(Line sheet, Line books) {
        if (sheet.isOfSameOrder(books)) {
            return 3;
        }
        if (!sheet.isOfOtherOrder(books)) {
            return 0;
        }
        return isNear(sheet.order(), books.order()) ? -1 : -4;
    }

    /// One slip of the keyboard, or one contained in the other.
    static boolean isNear(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < 4) {
            return false;
        }
        if (one.endsWith(other) || other.endsWith(one)) {
            return true;
        }
        if (one.length() != other.length()) {
            return shorter >= 5
                    && Math.abs(one.length() - other.length()) == 1
                    && isOneLeftOut(one, other);
        }
        int different = 0;
        int first = -1;
        for (int i = 0; i < shorter; i++) {
            if (one.charAt(i) != other.charAt(i)) {
                first = first < 0 ? i : first;
                different++;
            }
        }
        return different == 2
                && first + 1 < shorter
                && one.charAt(first) == other.charAt(first + 1)
                && one.charAt(first + 1) == other.charAt(first);
    }

    private static boolean isOneLeftOut(String one, String other) {
        String longer = one.length() > other.length() ? one : other;
        String shorter = one.length() > other.length() ? other : one;
        int at = 0;
        while (at < shorter.length() && longer.charAt(at) == shorter.charAt(at)) {
            at++;
        }
        return longer.regionMatches(at + 1, shorter, at, shorter.length() - at);
    }

    private static double description(Line sheet, Line books) {
        double like = sheet.likeness(books);
        return like < 0 ? 0 : like >= 0.5 ? 2 : like > 0 ? 1 : -1;
    }

    private static double code(String one, String other, double same, double different) {
        return one.isEmpty() || other.isEmpty() ? 0 : one.equals(other) ? same : different;
    }

    /// The tests that a pair fails, in words.
    static List<String> failed(Line sheet, Line books, MatchRule rule) {
        List<String> failed = new ArrayList<>();
        if (!rule.allows(sheet.amount(), books.amount())) {
            failed.add(
                    "amount differs by %s"
                            .formatted(Words.amount(Math.abs(sheet.amount() - books.amount()))));
        }
        int apart = Math.abs(sheet.day() - books.day());
        if (apart > rule.days()) {
            failed.add("%d days apart, %d allowed".formatted(apart, rule.days()));
        }
        if (sheet.partyProbability() < Line.PARTY_SURE) {
            failed.add("party is only probably the same");
        }
        if (!sheet.reference().isEmpty()
                && !books.reference().isEmpty()
                && !sheet.reference().equals(books.reference())) {
            failed.add("document number is another");
        }
        if (sheet.isOfOtherOrder(books)) {
            failed.add("order number is another");
        }
        if (!sheet.entry().currency().equals(books.entry().currency())) {
            failed.add("currency is another");
        }
        return failed;
    }
}
