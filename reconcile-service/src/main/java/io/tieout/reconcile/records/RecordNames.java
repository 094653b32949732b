package io.tieout.reconcile.records;

import io.tieout.reconcile.engine.Category;
import io.tieout.reconcile.standing.Standing;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The names of some lines. Pure.
public record RecordNames(Map<String, RecordName> byLine) {
    public static final RecordNames NONE = new RecordNames(Map.of());

    public RecordNames {
        byLine = Map.copyOf(byLine);
    }

    /// What a line that no name is known of is called, too.
    public RecordName of(String lineId) {
        RecordName known = byLine.get(lineId);
        return known == null ? RecordName.gone(lineId) : known;
    }

    public String words(String lineId) {
        return of(lineId).words();
    }

    /// The same with evidence that names what it is about.
    public Standing inWords(Standing line) {
        return isCopy(line)
                ? line.saying(
                        "%s; the other is %s"
                                .formatted(line.evidence(), words(line.counterparts().getFirst())))
                : line;
    }

    /// Lines that must be known to put these in words.
    public static Set<String> originals(Stream<Standing> lines) {
        Set<String> originals = new LinkedHashSet<>();
        lines.filter(RecordNames::isCopy)
                .forEach(line -> originals.add(line.counterparts().getFirst()));
        return originals;
    }

    /// These lines, and all that they name.
    public static Set<String> all(Collection<Standing> lines) {
        Set<String> all = new LinkedHashSet<>();
        for (Standing line : lines) {
            all.add(line.lineId());
            all.addAll(line.counterparts());
            line.nearest().forEach(near -> all.add(near.lineId()));
        }
        return all;
    }

    private static boolean isCopy(Standing line) {
        return line.category() == Category.DUPLICATE && !line.counterparts().isEmpty();
    }
}
