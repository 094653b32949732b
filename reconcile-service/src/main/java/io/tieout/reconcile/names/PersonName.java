package io.tieout.reconcile.names;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Whom a name means who worked: `Tan, Vic` and `Vic Tan` are one, `V. Tan` may be. An address such
/// as `vic.tan@harbor.example` is a name where it is made of several words, and says nothing where
/// it is not. Pure.
public final class PersonName {
    /// When nobody is named.
    public static final PersonName NONE = new PersonName(List.of());

    private static final int SLIP_LENGTH_MIN = 4;

    private final List<String> words;

    private PersonName(List<String> words) {
        this.words = words;
    }

    /// What two names say of whom they mean.
    public enum Likeness {
        SAME,
        /// One of them says too little, or is written otherwise.
        UNSURE,
        OTHER
    }

    public static PersonName of(String written) {
        if (written.isEmpty()) {
            return NONE;
        }
        int at = written.indexOf('@');
        String name = NameText.plain(at < 0 ? written : written.substring(0, at));
        List<String> words = name.isEmpty() ? List.of() : List.of(name.split(" "));
        return words.isEmpty() || (at >= 0 && words.size() < 2) ? NONE : new PersonName(words);
    }

    /// The same for every way to write it that is surely one name; empty for nobody.
    public String key() {
        return words.stream().sorted().collect(Collectors.joining(" "));
    }

    private boolean isKnown() {
        return !words.isEmpty();
    }

    /// Nobody is another than one whom nobody named.
    public Likeness likeness(PersonName other) {
        if (!isKnown() || !other.isKnown()) {
            return Likeness.SAME;
        }
        List<String> open = new ArrayList<>(other.words);
        List<String> rest = new ArrayList<>(words);
        rest.removeIf(open::remove);
        if (rest.isEmpty() && open.isEmpty()) {
            return Likeness.SAME;
        }
        List<String> fewer = rest.size() <= open.size() ? rest : open;
        List<String> more = new ArrayList<>(rest.size() <= open.size() ? open : rest);
        boolean alike =
                fewer.stream()
                        .allMatch(word ->
                                more.stream()
                                        .filter(one -> isAlike(word, one))
                                        .findFirst()
                                        .filter(more::remove)
                                        .isPresent());
        return alike ? Likeness.UNSURE : Likeness.OTHER;
    }

    /// An initial, a short form, or a slip of the keyboard.
    private static boolean isAlike(String one, String other) {
        return one.startsWith(other)
                || other.startsWith(one)
                || (Math.min(one.length(), other.length()) >= SLIP_LENGTH_MIN
                        && Slips.distance(one, other, 1) <= 1);
    }
}
