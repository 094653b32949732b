package io.tieout.reconcile.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What is left of a written name when case, accents, punctuation, articles and legal forms are
/// taken away. Bounded: what comes after 200 characters or 24 words does not count.
public final class NameText {
    private static final int LENGTH_MAX = 200;
    private static final int WORDS_MAX = 24;

    private NameText() {}

    /// `The Société Élan & Fils, Ltée` is `societe elan fils`.
    public static List<String> words(String written) {
        List<String> split = joinInitials(split(plain(written)));
        List<String> kept = new ArrayList<>(split.size());
        for (String word : split) {
            if (!BusinessWords.isNoise(word) && !BusinessWords.isLegalForm(word)) {
                kept.add(BusinessWords.spelledOut(word));
            }
        }
        return kept.isEmpty() ? split : kept;
    }

    /// Lower case without accents, as letters, digits and spaces.
    static String plain(String written) {
        String cut = written.length() > LENGTH_MAX ? written.substring(0, LENGTH_MAX) : written;
        boolean ascii = true;
        for (int i = 0; i < cut.length() && ascii; i++) {
            ascii = cut.charAt(i) < 128;
        }
        String text = ascii ? cut : Normalizer.normalize(cut, Normalizer.Form.NFKD);
        StringBuilder plain = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 ? isAsciiWord(c) : Character.isLetterOrDigit(c)) {
                if (gap && !plain.isEmpty()) {
                    plain.append(' ');
                }
                gap = false;
                appendFolded(plain, c);
            } else if (c != '\'' && c != '\u2019' && !isMark(c)) {
                gap = true;
            }
        }
        return plain.toString();
    }

    private static boolean isAsciiWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isMark(char c) {
        return c >= 128 && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static void appendFolded(StringBuilder plain, char c) {
        switch (c) {
            case 'ß' -> plain.append("ss");
            case 'æ', 'Æ' -> plain.append("ae");
            case 'ø', 'Ø' -> plain.append('o');
            case 'œ', 'Œ' -> plain.append("oe");
            case 'ł', 'Ł' -> plain.append('l');
            default ->
                    plain.append(
                            c < 128
                                    ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c)
                                    : String.valueOf(c).toLowerCase(Locale.ROOT).charAt(0));
        }
    }

    private static List<String> split(String plain) {
        List<String> words = new ArrayList<>(8);
        int from = 0;
        while (from < plain.length() && words.size() < WORDS_MAX) {
            int to = plain.indexOf(' ', from);
            if (to < 0) {
                to = plain.length();
            }
            words.add(plain.substring(from, to));
            from = to + 1;
        }
        return words;
    }

    /// Single characters in a row are one word: `s c a shipping` is `sca shipping`.
    private static List<String> joinInitials(List<String> words) {
        List<String> joined = new ArrayList<>(words.size());
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            if (word.length() == 1) {
                initials.append(word);
            } else {
                flush(joined, initials);
                joined.add(word);
            }
        }
        flush(joined, initials);
        return joined;
    }

    private static void flush(List<String> joined, StringBuilder initials) {
        if (!initials.isEmpty()) {
            joined.add(initials.toString());
            initials.setLength(0);
        }
    }
}
