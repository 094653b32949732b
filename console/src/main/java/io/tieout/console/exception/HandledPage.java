package io.tieout.console.exception;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frame;
import java.util.List;

/// What became of each of many exceptions.
@CheckedTemplate(basePath = "")
public record HandledPage(Frame frame, String back, String summary, List<Item> items)
        implements TemplateInstance {
    /// One of them.
    public record Item(Badge status, String title, String sentence, String href) {}
}
