package io.tieout.console.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.When;
import java.util.List;

/// Search by proposal, reference or correlation id, and the recorded life of what was found.
///
/// @param trouble why the life cannot be shown, or empty
@CheckedTemplate(basePath = "")
public record AuditPage(
        Frame frame,
        String search,
        List<Hit> hits,
        String chosen,
        String chosenHref,
        List<Moment> life,
        String trouble)
        implements TemplateInstance {
    /// Something that the search found.
    public record Hit(String title, String words, Badge status, When at, String href) {}

    /// One audit record.
    public record Moment(
            When at, String title, String text, String actor, String sequence, String hash) {}
}
