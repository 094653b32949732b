package io.tieout.console.policy;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Frame;
import java.util.List;

/// What needs whose approval, in words.
///
/// @param trouble why it cannot be shown, or empty
@CheckedTemplate(basePath = "")
public record PolicyPage(
        Frame frame,
        String trouble,
        String version,
        String phase,
        List<Kind> kinds,
        List<String> exceptions,
        List<Scope> sheets,
        List<Scope> accounts,
        String releases,
        List<Holder> people)
        implements TemplateInstance {
    /// A kind of action and what it needs.
    ///
    /// @param special whether its phase is not that of all
    public record Kind(String name, List<String> needs, int phase, boolean special) {}

    /// Something that the pilot is limited to.
    public record Scope(String id, String name) {}

    /// A role and who holds it.
    public record Holder(String role, String may, List<String> names) {}
}
