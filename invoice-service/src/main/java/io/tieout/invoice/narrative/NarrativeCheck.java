package io.tieout.invoice.narrative;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/// Keeps of a model's answer only what the cited cells support: a sentence with a number that none
/// of its line's sources has is dropped.
final class NarrativeCheck {
    private static final Pattern DIGITS = Pattern.compile("\\p{Nd}+");
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

    private NarrativeCheck() {}

    /// @param kept sentences used
    /// @param dropped sentences refused
    /// @param byTemplate lines that fall back to the template's words
    record Checked(List<String> descriptions, int kept, int dropped, int byTemplate) {
        Checked {
            descriptions = List.copyOf(descriptions);
        }
    }

    static Checked check(NarrativeRequest request, NarrativeAnswer answer, int lengthMax) {
        List<String> descriptions = new ArrayList<>();
        int kept = 0;
        int dropped = 0;
        int byTemplate = 0;
        for (NarrativeRequest.Line line : request.lines()) {
            List<String> offered = offered(answer, line.number());
            List<String> used = supported(line, offered, lengthMax);
            kept += used.size();
            dropped += offered.size() - used.size();
            byTemplate += used.isEmpty() ? 1 : 0;
            descriptions.add(used.isEmpty() ? line.template() : String.join(" ", used));
        }
        return new Checked(descriptions, kept, dropped, byTemplate);
    }

    private static List<String> offered(NarrativeAnswer answer, int number) {
        List<String> sentences = new ArrayList<>();
        for (NarrativeAnswer.Line line : present(answer.lines())) {
            if (Objects.equals(line.line(), number)) {
                for (String sentence : present(line.sentences())) {
                    String plain = NOT_PLAIN.matcher(sentence).replaceAll(" ").strip();
                    if (!plain.isEmpty()) {
                        sentences.add(plain);
                    }
                }
            }
        }
        return sentences;
    }

    private static <T> List<T> present(
            @org.jspecify.annotations.Nullable List<@org.jspecify.annotations.Nullable T> list) {
        List<T> present = new ArrayList<>();
        if (list != null) {
            for (T element : list) {
                if (element != null) {
                    present.add(element);
                }
            }
        }
        return present;
    }

    private static List<String> supported(
            NarrativeRequest.Line line, List<String> offered, int lengthMax) {
        Set<String> numbers = new HashSet<>();
        line.sources().forEach(source -> numbers.addAll(numbersIn(source)));
        List<String> used = new ArrayList<>();
        int length = 0;
        for (String sentence : offered) {
            int longer = length + sentence.length() + (used.isEmpty() ? 0 : 1);
            if (longer <= lengthMax && numbers.containsAll(numbersIn(sentence))) {
                used.add(sentence);
                length = longer;
            }
        }
        return used;
    }

    private static List<String> numbersIn(String text) {
        return DIGITS.matcher(text).results().map(java.util.regex.MatchResult::group).toList();
    }
}
