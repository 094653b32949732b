package io.tieout.console.matching;

import io.tieout.console.frame.Address;
import io.tieout.console.frame.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The parts of the section.
public enum MatchingTabs {
    RULES("Rules", "/matching"),
    ALIASES("Names", "/matching/names"),
    SEPARATIONS("Taken apart", "/matching/apart");

    private final String label;
    private final String path;

    MatchingTabs(String label, String path) {
        this.label = label;
        this.path = path;
    }

    public Address address(String realm) {
        return Address.of(path).with("realm", realm);
    }

    /// All parts, this one taken.
    public List<Choice> choices(String realm) {
        return Arrays.stream(values())
                .map(tab -> new Choice(tab.label, tab.address(realm), tab == this))
                .toList();
    }

    /// The companies to choose from; none when there is only one.
    public List<Choice> companies(List<Shown.Rules> all, String realm) {
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(one ->
                                new Choice(
                                        one.realm(),
                                        address(one.realm()),
                                        one.realm().equals(realm)))
                        .toList();
    }

    @Override
    public String toString() {
        return label.toLowerCase(Locale.ROOT);
    }
}
