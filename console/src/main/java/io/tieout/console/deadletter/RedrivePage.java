package io.tieout.console.deadletter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frame;
import java.util.List;

/// What would be sent, or what was.
///
/// @param dryRun whether nothing has been sent yet
/// @param sendable how many the button will send
@CheckedTemplate(basePath = "")
public record RedrivePage(
        Frame frame,
        String here,
        boolean dryRun,
        String heading,
        int sendable,
        String replacement,
        List<Item> items)
        implements TemplateInstance {
    /// One of them.
    public record Item(String id, boolean sendable, Badge status, String topic, String sentence) {}
}
