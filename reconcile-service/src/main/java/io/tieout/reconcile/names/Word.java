package io.tieout.reconcile.names;

/// One word of a name, ready to be compared. Pure.
final class Word {
    static final int PLACE = 0;
    static final int TRADE = 1;
    static final int OTHER = 2;
    private static final int LENGTH_MAX = 32;

    private final String text;
    private final int letters;
    private final boolean number;
    private final int kind;

    Word(String text) {
        this.text = text;
        letters = letters(text);
        number = isNumber(text);
        kind = BusinessWords.isPlace(text) ? PLACE : BusinessWords.isTrade(text) ? TRADE : OTHER;
    }

    String text() {
        return text;
    }

    /// A place, a trade, or any other word.
    int kind() {
        return kind;
    }

    /// From 0 to 1. Equal is 1; slips of the keyboard, cut-off words and words grown together are
    /// less; what differs in digits alone is something else.
    double likeness(Word other) {
        if (text.equals(other.text)) {
            return 1;
        }
        int shorter = Math.min(text.length(), other.text.length());
        int longer = Math.max(text.length(), other.text.length());
        if (shorter < 3 || longer > LENGTH_MAX || number || other.number) {
            return 0;
        }
        int allowed = shorter <= 3 ? 0 : longer <= 5 ? 1 : longer <= 8 ? 2 : 3;
        boolean mayBeNear =
                longer - shorter <= allowed
                        && Integer.bitCount(letters ^ other.letters) <= 2 * allowed;
        boolean mayContain =
                (letters & other.letters)
                        == (text.length() <= other.text.length() ? letters : other.letters);
        if (!mayBeNear && !mayContain) {
            return 0;
        }
        double contained = mayContain ? containment(other, shorter, longer) : 0;
        if (!mayBeNear || contained >= 0.9) {
            return contained;
        }
        int distance = Slips.distance(text, other.text, allowed);
        if (distance > allowed) {
            return contained;
        }
        return Math.max(contained, 1 - 1.2 * distance / longer);
    }

    private double containment(Word other, int shorter, int longer) {
        boolean mineIsShorter = text.length() <= other.text.length();
        String small = mineIsShorter ? text : other.text;
        Word large = mineIsShorter ? other : this;
        double share = (double) shorter / longer;
        if (large.text.startsWith(small)) {
            if (longer >= 6 && large.kind == TRADE) {
                return 0.9;
            }
            return shorter >= 6 ? 0.65 + 0.3 * share : shorter >= 4 ? 0.55 + 0.3 * share : 0.4;
        }
        if (shorter >= 4 && large.text.endsWith(small)) {
            return 0.5 + 0.4 * share;
        }
        return 0;
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// Which letters occur: a cheap bound on how many differ.
    private static int letters(String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1 << word.charAt(i);
        }
        return letters;
    }
}
