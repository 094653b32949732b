package io.tieout.console.rules;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of one company in their order, what an edit would change, and all earlier versions.
///
/// @param trouble why they cannot be shown, or empty
/// @param message what came of the last step, or empty
/// @param tone of the message
/// @param whyNot why the person may not edit, or empty
@CheckedTemplate(basePath = "")
record RulesPage(
        Frame frame,
        List<Choice> tabs,
        List<Choice> companies,
        String trouble,
        String message,
        String tone,
        String whyNot,
        String realm,
        int version,
        List<Rule> rules,
        @Nullable Outlook preview,
        String reason,
        List<Earlier> history)
        implements TemplateInstance {
    /// One rule as the form shows it.
    ///
    /// @param words what it looks at
    /// @param tolerant whether amounts may differ by it
    record Rule(RuleForm.Row row, String words, boolean tolerant) {}

    /// What the edited rules would change.
    ///
    /// @param mark names what was previewed
    record Outlook(
            String mark,
            String sentence,
            List<Count> rules,
            List<Count> categories,
            List<Example> examples) {}

    /// A number now and then.
    record Count(String name, String kind, int now, int then, String change) {}

    /// A line that something else would be said of.
    record Example(String href, String words, String from, String to) {}

    /// A version and what set it apart from the one before.
    ///
    /// @param at absent for the rules that Tieout brings along
    record Earlier(
            int version, String person, @Nullable When at, String reason, List<String> changes) {}
}
