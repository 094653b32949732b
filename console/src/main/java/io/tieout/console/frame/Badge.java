package io.tieout.console.frame;

/// A status as icon and word, never colour alone.
///
/// @param tone `good`, `bad`, `wait`, `busy` or `quiet`
public record Badge(String icon, String word, String tone) {
    public static Badge good(String word) {
        return new Badge("✓", word, "good");
    }

    public static Badge bad(String word) {
        return new Badge("!", word, "bad");
    }

    public static Badge waiting(String word) {
        return new Badge("◔", word, "wait");
    }

    public static Badge busy(String word) {
        return new Badge("→", word, "busy");
    }

    public static Badge quiet(String word) {
        return new Badge("–", word, "quiet");
    }
}
