package io.tieout.reconcile.preview;

import java.util.List;

/// What edited rules would change.
///
/// @param basedOn the version that they were compared with
/// @param lines how many lines of both books were matched by both
/// @param rules every rule of either, in the order of the edited ones
/// @param categories what is said of the rest
/// @param changed how many lines something else would be said of
/// @param examples some of them
public record Preview(
        int basedOn,
        int lines,
        List<RuleCount> rules,
        List<CategoryCount> categories,
        int changed,
        List<Example> examples) {
    public Preview {
        rules = List.copyOf(rules);
        categories = List.copyOf(categories);
        examples = List.copyOf(examples);
    }

    /// How many matches a rule makes, surely and probably.
    public record RuleCount(
            String rule, int matchedNow, int matchedThen, int proposedNow, int proposedThen) {}

    /// How many lines are in a category.
    public record CategoryCount(String category, int now, int then) {}

    /// A line that something else would be said of.
    ///
    /// @param line its id
    /// @param words the line as people know it
    /// @param from what is said of it by the rules in force
    /// @param to what would be said of it by the edited ones
    public record Example(String line, String words, String from, String to) {}
}
