package io.tieout.reconcile.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Words that say little about whose name it is, by kind, as general knowledge.
final class BusinessWords {
    private static final Map<String, Set<String>> SECTIONS = read();

    private static final Map<String, String> ABBREVIATIONS =
            SECTIONS.getOrDefault("short", Set.of()).stream()
                    .map(pair -> pair.split("="))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));

    private BusinessWords() {}

    /// Articles and the like: dropped.
    static boolean isNoise(String word) {
        return in("noise", word);
    }

    /// Legal forms: dropped unless nothing else is left.
    static boolean isLegalForm(String word) {
        return in("legal", word);
    }

    /// In how many of a hundred companies' names a word is expected before any name is known.
    static double commonness(String word) {
        if (in("generic", word)) {
            return 3;
        }
        if (in("place", word)) {
            return 2.5;
        }
        return in("given", word) || in("brand", word) ? 1 : 0;
    }

    /// A country, province or city: where a company is says little against its being the same.
    static boolean isPlace(String word) {
        return in("place", word);
    }

    /// What a company does: another trade speaks against its being the same.
    static boolean isTrade(String word) {
        return in("generic", word);
    }

    /// `mfg` is `manufacturing`.
    static String spelledOut(String word) {
        return ABBREVIATIONS.getOrDefault(word, word);
    }

    private static boolean in(String section, String word) {
        return SECTIONS.getOrDefault(section, Set.of()).contains(word);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> sections = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        BusinessWords.class.getResourceAsStream(
                                                "business-words.txt")),
                                StandardCharsets.UTF_8))) {
            String section = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = line.substring(1, line.length() - 1);
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    sections.computeIfAbsent(section, _ -> new HashSet<>())
                            .addAll(List.of(line.strip().split(" +")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }
}
