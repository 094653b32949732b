package io.tieout.reconcile.explaining;

import io.tieout.kit.wording.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes a model's sentences as they are, or not at all. They are taken if each rests on the facts:
/// every figure, date and name is one of theirs, on the side on which it stands; every other word
/// is one of a list that can neither name nor order anything. Pure.
final class ExplanationCheck {
    private static final int SENTENCES_MAX = 4;
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{C}\\p{Z}\\s]+");
    private static final Pattern PLAIN =
            Pattern.compile(
                    "[\\p{L}\\p{Nd} ,.;:'\u2019\"\u201c\u201d()\u2013\u2014/&#%$\u20ac\u00a3+-]*");

    private ExplanationCheck() {}

    /// What came of it.
    sealed interface Checked {
        /// The sentences may be shown.
        record Taken(String text) implements Checked {}

        /// The template stands.
        record Refused(String why) implements Checked {}
    }

    static Checked check(Facts facts, ExplanationAnswer answer, int lengthMax) {
        List<String> sentences = sentences(answer);
        if (sentences.isEmpty()) {
            return new Checked.Refused("nothing was said");
        }
        if (sentences.size() > SENTENCES_MAX) {
            return new Checked.Refused("more than %d sentences".formatted(SENTENCES_MAX));
        }
        String text = String.join(" ", sentences);
        if (text.length() > lengthMax) {
            return new Checked.Refused("longer than %d characters".formatted(lengthMax));
        }
        Support support = new Support(facts.all(), PlainWords.ALL);
        PlainWords words = PlainWords.of(facts);
        Sides sides = Sides.of(facts);
        for (String sentence : sentences) {
            String why = fault(sentence, facts, support, words, sides);
            if (why != null) {
                return new Checked.Refused(why);
            }
        }
        return new Checked.Taken(text);
    }

    private static @Nullable String fault(
            String sentence, Facts facts, Support support, PlainWords words, Sides sides) {
        if (!PLAIN.matcher(sentence).matches()) {
            return "signs that no sentence needs";
        }
        if (support.of(sentence).isEmpty()) {
            return "a figure, date, currency or address that the facts do not have";
        }
        if (!words.allow(sentence)) {
            return "a word or name that the facts do not have";
        }
        if (OtherCategories.named(sentence, facts.category())) {
            return "another category";
        }
        return sides.keptBy(sentence) ? null : "a figure on the wrong side";
    }

    private static List<String> sentences(ExplanationAnswer answer) {
        List<String> sentences = new ArrayList<>();
        List<@Nullable String> said = answer.sentences();
        if (said != null) {
            for (String sentence : said) {
                String plain =
                        sentence == null ? "" : NOT_PLAIN.matcher(sentence).replaceAll(" ").strip();
                if (!plain.isEmpty()) {
                    sentences.add(ended(plain));
                }
            }
        }
        return sentences;
    }

    private static String ended(String sentence) {
        String capital = sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
        return capital.endsWith(".") ? capital : capital + ".";
    }
}
