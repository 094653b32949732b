package io.tieout.reconcile.names;

/// How many slips of the keyboard one text is from another. Pure.
final class Slips {
    private Slips() {}

    /// Insertions, deletions, replacements and swaps of neighbours; anything above `limit` may be
    /// said as `limit + 1`.
    static int distance(String a, String b, int limit) {
        int from = 0;
        int most = Math.min(a.length(), b.length());
        while (from < most && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        int after = 0;
        while (after < most - from
                && a.charAt(a.length() - 1 - after) == b.charAt(b.length() - 1 - after)) {
            after++;
        }
        return between(
                a.substring(from, a.length() - after),
                b.substring(from, b.length() - after),
                limit);
    }

    /// What is left when both begin and end otherwise.
    private static int between(String a, String b, int limit) {
        int n = a.length();
        int m = b.length();
        if (n == 0 || m == 0) {
            return n + m;
        }
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
