package io.tieout.console.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Frame;
import java.util.List;

/// What a correction would post, before anybody asks for it.
///
/// @param trouble why there is none, or empty
/// @param record how people call the line, or empty
/// @param refusal why this person may not ask, or empty
/// @param recategorisation what may be booked anew instead, or empty
@CheckedTemplate(basePath = "")
public record CorrectionPage(
        Frame frame,
        String trouble,
        String refusal,
        String action,
        String line,
        String record,
        String project,
        String backHref,
        List<Entry> entries,
        String recategorisation)
        implements TemplateInstance {
    /// A journal entry of two lines.
    public record Entry(
            String date, String debit, String credit, String amount, String description) {}
}
