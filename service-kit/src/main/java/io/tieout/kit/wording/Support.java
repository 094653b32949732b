package io.tieout.kit.wording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Whether sources bear out a sentence: its numbers and dates, the currencies and addresses in it,
/// and at least half of the words that say something. Pure.
public final class Support {
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    private static final Pattern MONETARY =
            Pattern.compile(
                    "\\p{Sc}|%|\\b(?:usd|eur|gbp|cad|aud|chf|dollars?|euros?|cents?|percent)\\b");
    private static final Pattern ADDRESS =
            Pattern.compile("\\S*(?:@|://|\\bwww\\.|\\.(?:com|net|org|io|example)\\b)\\S*");
    private static final int STEM_MIN = 4;
    private static final int ENDING_MAX = 3;

    /// A source and what is in it.
    private record Known(Source source, Figures figures, Set<String> words) {}

    private final List<Known> sources = new ArrayList<>();
    private final Figures figures = Figures.of("");
    private final Set<String> words = new HashSet<>();
    private final String text;
    private final Set<String> neutral;

    /// @param neutral words that say nothing that could be wrong
    public Support(List<Source> sources, Set<String> neutral) {
        this.neutral = Set.copyOf(neutral);
        StringBuilder all = new StringBuilder();
        for (Source source : sources) {
            Figures shown = Figures.of("");
            shown.add(Figures.of(source.text()));
            Known known = new Known(source, shown, words(source.text()));
            this.sources.add(known);
            figures.add(shown);
            words.addAll(known.words());
            all.append(source.text().toLowerCase(Locale.ROOT)).append('\n');
        }
        this.text = all.toString();
    }

    /// The sources that the sentence rests on; empty when they do not bear it out.
    public Optional<List<String>> of(String sentence) {
        Figures said = Figures.of(sentence);
        if (!figures.cover(said) || !quotes(MONETARY, sentence) || !quotes(ADDRESS, sentence)) {
            return Optional.empty();
        }
        Set<String> all = words(sentence);
        if (all.stream().anyMatch(word -> !words.contains(word) && figures.misses(word))) {
            return Optional.empty();
        }
        List<String> telling =
                all.stream()
                        .filter(word -> !neutral.contains(word) && !Figures.isMonth(word))
                        .toList();
        long borneOut = telling.stream().filter(word -> hasStem(words, word)).count();
        boolean rests = borneOut > 0 || !said.isEmpty();
        return rests && borneOut * 2 >= telling.size()
                ? Optional.of(cites(said, telling))
                : Optional.empty();
    }

    private boolean quotes(Pattern pattern, String sentence) {
        return pattern.matcher(sentence.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .allMatch(text::contains);
    }

    private List<String> cites(Figures said, List<String> telling) {
        List<String> cites = new ArrayList<>();
        for (Known known : sources) {
            boolean named = telling.stream().anyMatch(word -> hasStem(known.words(), word));
            boolean counted = known.figures().touches(said);
            if ((named || counted) && !cites.contains(known.source().cite())) {
                cites.add(known.source().cite());
            }
        }
        return cites;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .forEach(words::add);
        return words;
    }

    /// `tested` for `test`, `calculated` for `calculation`: the same but for the ending.
    private static boolean hasStem(Set<String> known, String word) {
        return known.contains(word) || known.stream().anyMatch(other -> sameStem(other, word));
    }

    private static boolean sameStem(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int common = 0;
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common >= STEM_MIN && common >= shorter - ENDING_MAX;
    }
}
