package io.tieout.reconcile.names;

/// How alike two words are, from 0 to 1. Pure.
final class Words {
    private static final int LENGTH_MAX = 32;

    private Words() {}

    /// Equal is 1; slips of the keyboard, cut-off words and words grown together are less; what
    /// differs in digits alone is something else.
    static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int shorter = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        if (shorter < 3 || longer > LENGTH_MAX || isNumber(a) || isNumber(b)) {
            return 0;
        }
        double contained = containment(a, b, shorter, longer);
        int allowed = shorter <= 3 ? 0 : longer <= 5 ? 1 : longer <= 8 ? 2 : 3;
        if (longer - shorter > allowed || contained >= 0.9) {
            return contained;
        }
        if (Integer.bitCount(letters(a) ^ letters(b)) > 2 * allowed) {
            return contained;
        }
        int distance = distance(a, b, allowed);
        return distance > allowed ? contained : Math.max(contained, 1 - 1.2 * distance / longer);
    }

    private static double containment(String a, String b, int shorter, int longer) {
        String small = a.length() <= b.length() ? a : b;
        String large = a.length() <= b.length() ? b : a;
        double share = (double) shorter / longer;
        if (large.startsWith(small)) {
            if (longer >= 6 && BusinessWords.isTrade(large)) {
                return 0.9;
            }
            return shorter >= 6 ? 0.65 + 0.3 * share : shorter >= 4 ? 0.55 + 0.3 * share : 0.4;
        }
        if (shorter >= 4 && large.endsWith(small)) {
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

    /// Insertions, deletions, replacements and swaps of neighbours; anything above `limit` may be
    /// said as `limit + 1`.
    static int distance(String a, String b, int limit) {
        int n = a.length();
        int m = b.length();
        int[] beforeLast = new int[m + 1];
        int[] last = new int[m + 1];
        int[] row = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            int best = i;
            char c = a.charAt(i - 1);
            for (int j = 1; j <= m; j++) {
                char d = b.charAt(j - 1);
                int cost = last[j - 1] + (c == d ? 0 : 1);
                cost = Math.min(cost, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && c == b.charAt(j - 2) && a.charAt(i - 2) == d) {
                    cost = Math.min(cost, beforeLast[j - 2] + 1);
                }
                row[j] = cost;
                best = Math.min(best, cost);
            }
            if (best > limit) {
                return limit + 1;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[m];
    }
}
