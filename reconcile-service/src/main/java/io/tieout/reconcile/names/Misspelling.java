package io.tieout.reconcile.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Writes a name as somebody else might: what likeness is worth is learned from this where an owner
/// has but one name. The same name and number give the same writing. Pure.
final class Misspelling {
    private static final String[] PLACES = {
        "canada",
        "usa",
        "london",
        "texas",
        "north",
        "ontario",
        "berlin",
        "services",
        "group",
        "division"
    };

    private Misspelling() {}

    static List<String> of(List<String> words, int number) {
        List<String> written = new ArrayList<>(words);
        Random random = new Random(words.hashCode() * 31L + number);
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            int which = random.nextInt(written.size());
            String word = written.get(which);
            switch (random.nextInt(7)) {
                case 0, 1 -> written.set(which, slip(word, random));
                case 2 -> written.add(PLACES[random.nextInt(PLACES.length)]);
                case 3 -> {
                    if (written.size() > 1) {
                        written.removeLast();
                    }
                }
                case 4 -> written.set(which, word.length() > 7 ? word.substring(0, 4) : word);
                case 5 -> {
                    if (written.size() > 1) {
                        written.set(0, written.get(0) + written.remove(1));
                    }
                }
                default -> written.add(0, PLACES[random.nextInt(PLACES.length)]);
            }
        }
        return written;
    }

    private static String slip(String word, Random random) {
        if (word.length() < 4) {
            return word;
        }
        int at = 1 + random.nextInt(word.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 ->
                    word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at);
            default ->
                    word.substring(0, at)
                            + word.charAt(at + 1)
                            + word.charAt(at)
                            + word.substring(at + 2);
        };
    }
}
