package io.tieout.console.pairing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.When;
import java.util.List;

/// Which names are taken for which vendors, and who said so.
///
/// @param trouble why they cannot be shown, or empty
/// @param message what came of the last step, or empty
/// @param whyNot why the person may not decide, or empty
@CheckedTemplate(basePath = "")
record NamesPage(
        Frame frame,
        List<Choice> tabs,
        List<Choice> companies,
        String trouble,
        String message,
        String tone,
        String whyNot,
        String realm,
        List<Alias> aliases)
        implements TemplateInstance {
    /// One name.
    ///
    /// @param on whether it can be switched off
    record Alias(
            String name,
            String vendor,
            Badge state,
            String why,
            boolean on,
            List<Source> sources) {}

    /// One answer of a person.
    ///
    /// @param href the row, or empty
    record Source(String person, String deed, When at, String reason, String href, String row) {}
}
