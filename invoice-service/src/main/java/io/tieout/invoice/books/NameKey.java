package io.tieout.invoice.books;

import java.text.Normalizer;
import java.util.Locale;

/// Makes names comparable: case, spacing and compatibility forms do not count, all else does.
public final class NameKey {
    private NameKey() {}

    public static String of(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll(" ?: ?", ":")
                .toLowerCase(Locale.ROOT);
    }
}
