package io.tieout.console.source;

import io.tieout.console.frame.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The companies whose books are kept, by realm. Whoever has one company alone never reads of it.
public record CompanyNames(Map<String, String> names) {
    public CompanyNames {
        names = Map.copyOf(names);
    }

    /// The company's name where there are several, or empty.
    public String tell(String realm) {
        return several() ? names.getOrDefault(realm, realm) : "";
    }

    /// What a list may be narrowed to, by name; empty when there is nothing to choose from.
    ///
    /// @param taken the realm that it is narrowed to, or empty
    public List<Choice> choices(String taken) {
        if (!several() && taken.isEmpty()) {
            return List.of();
        }
        Map<String, String> realms = new TreeMap<>();
        names.forEach((realm, name) -> realms.put(name + " " + realm, realm));
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("All companies", "", taken.isEmpty(), ""));
        realms.values()
                .forEach(realm ->
                        choices.add(
                                new Choice(
                                        names.getOrDefault(realm, realm),
                                        realm,
                                        realm.equals(taken),
                                        "")));
        if (choices.stream().noneMatch(Choice::taken)) {
            choices.add(new Choice(taken, taken, true, ""));
        }
        return choices;
    }

    private boolean several() {
        return names.size() > 1;
    }
}
