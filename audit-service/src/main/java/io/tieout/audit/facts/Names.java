package io.tieout.audit.facts;

import java.text.Normalizer;
import java.util.Locale;

/// When two names are the same name: upper and lower case, width and spacing do not matter.
public final class Names {
    private Names() {}

    public static String normal(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .replaceAll(" ?: ?", ":")
                .toLowerCase(Locale.ROOT);
    }

    public static boolean same(String one, String other) {
        return normal(one).equals(normal(other));
    }
}
