package io.tieout.reconcile.engine;

import io.tieout.reconcile.names.NameMatch;
import io.tieout.reconcile.names.NameMemory;
import io.tieout.reconcile.names.NameText;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Who the parties of the books are, and who a name in a sheet is.
public final class Parties {
    private static final int REMEMBERED_MAX = 500_000;
    private static final double SCORE_MIN = 0.05;

    private final NameMemory memory;
    private final Set<String> keys;
    private final Map<String, String> decided;
    private final Map<String, Party> answers = new ConcurrentHashMap<>();
    private final Map<String, String> keysOf = new ConcurrentHashMap<>();

    /// Who a name probably is.
    ///
    /// @param key the party; what the name itself is when nobody is like it
    /// @param candidates parties that it may be, if documents speak for it
    record Party(String key, double probability, boolean sure, List<String> candidates) {}

    private Parties(NameMemory memory, Set<String> keys, Map<String, String> decided) {
        this.memory = memory;
        this.keys = keys;
        this.decided = decided;
    }

    /// @param names of the books
    /// @param aliases what they are also called, as people decided
    public static Parties of(Collection<String> names, Collection<NameMemory.Known> aliases) {
        Set<String> keys = new HashSet<>();
        Set<NameMemory.Known> known = new HashSet<>();
        for (String name : names) {
            String key = key(name);
            if (!key.isEmpty()) {
                keys.add(key);
                known.add(new NameMemory.Known(key, name));
            }
        }
        Map<String, String> decided = new HashMap<>();
        for (NameMemory.Known alias : aliases) {
            String owner = key(alias.owner());
            known.add(new NameMemory.Known(owner, alias.name()));
            if (keys.contains(owner)) {
                decided.put(key(alias.name()), owner);
            }
        }
        return new Parties(NameMemory.of(known), keys, decided);
    }

    /// The party that a name of the books is.
    static String key(String name) {
        return String.join(" ", NameText.words(name));
    }

    /// As [#key], remembered.
    String keyOf(String name) {
        String known = keysOf.get(name);
        if (known != null) {
            return known;
        }
        String key = key(name);
        if (keysOf.size() < REMEMBERED_MAX) {
            keysOf.put(name, key);
        }
        return key;
    }

    Party find(String name) {
        Party known = answers.get(name);
        if (known != null) {
            return known;
        }
        Party found = look(name);
        if (answers.size() < REMEMBERED_MAX) {
            answers.put(name, found);
        }
        return found;
    }

    private Party look(String name) {
        String key = key(name);
        if (keys.contains(key)) {
            return new Party(key, 1, true, List.of(key));
        }
        String owner = decided.get(key);
        if (owner != null) {
            return new Party(owner, 1, true, List.of(owner));
        }
        NameMatch match = memory.find(name);
        if (match.owner() == null) {
            return new Party("? " + key, 0, false, List.of());
        }
        List<String> candidates =
                match.runnerUp() == null
                        ? List.of(match.owner())
                        : List.of(match.owner(), match.runnerUp());
        return match.score() < SCORE_MIN
                ? new Party("? " + key, 0, false, candidates)
                : new Party(match.owner(), match.score(), match.isAutomatic(), candidates);
    }
}
