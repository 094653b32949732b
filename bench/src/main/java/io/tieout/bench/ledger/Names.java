package io.tieout.bench.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Makes up names of companies, and the ways in which people write them.
final class Names {
    private static final String[] SYLLABLES =
            ("bar bel bon bra cal cor dan del dor dra fal fen gar gol gra hal hem hol jar kel kor"
                            + " lam lin lor mar mel mon nar nel nor pel por quin ral ren ros sal sel sor tal"
                            + " ten tor val ven vor wal wen wil xan yor zel zor ka ke lo mi na ro sa ti vo za")
                    .split(" ");
    private static final String[] TRADES =
            "Electric Supply Plumbing Rentals Freight Logistics Consulting Engineering Steel Lumber Paving Software Design Roofing Security Catering Printing Marine Environmental Mechanical"
                    .split(" ");
    private static final String[] FORMS = {"Inc", "LLC", "Ltd", "Co", "Corp", "GmbH", ""};
    private static final String[] CITIES = {"Boston", "Denver", "Toronto", "Ottawa", "Austin"};

    private final Random random;
    private final Set<String> taken = new HashSet<>();

    Names(Random random) {
        this.random = random;
    }

    String company() {
        while (true) {
            String first = word();
            String name = random.nextInt(4) == 0 ? first + " & " + word() : first;
            name += random.nextInt(6) == 0 ? "" : " " + TRADES[random.nextInt(TRADES.length)];
            if (taken.add(first)) {
                String form = FORMS[random.nextInt(FORMS.length)];
                return form.isEmpty() ? name : name + (random.nextBoolean() ? ", " : " ") + form;
            }
        }
    }

    String word() {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// As somebody else writes it.
    String variant(String name) {
        String written = name;
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            written =
                    switch (random.nextInt(8)) {
                        case 0 -> written.toUpperCase(Locale.ROOT);
                        case 1 -> written.replaceAll(",? (Inc|LLC|Ltd|Co|Corp|GmbH)$", "");
                        case 2 -> written.replace("&", "and");
                        case 3 -> typo(written);
                        case 4 -> written + " " + CITIES[random.nextInt(CITIES.length)];
                        case 5 -> "The " + written;
                        case 6 -> shortened(written);
                        default -> written.replaceAll("[,.]", "").toLowerCase(Locale.ROOT);
                    };
        }
        return written;
    }

    private static String shortened(String name) {
        return name.replace("Engineering", "Eng.")
                .replace("Electric", "Elec")
                .replace("Mechanical", "Mech.")
                .replace("Environmental", "Env")
                .replace("Consulting", "Consult.")
                .replace("Logistics", "Log.");
    }

    private String typo(String name) {
        int at = 1 + random.nextInt(Math.max(1, name.length() - 2));
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 ->
                    name.substring(0, at) + (char) ('a' + random.nextInt(26)) + name.substring(at);
            default ->
                    at + 1 < name.length()
                            ? name.substring(0, at)
                                    + name.charAt(at + 1)
                                    + name.charAt(at)
                                    + name.substring(at + 2)
                            : name;
        };
    }

    static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
