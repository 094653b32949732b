package io.tieout.console.approval;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Frame;
import java.util.List;

/// Repeats the facts before something large or something about many is decided.
///
/// @param approve approval or rejection
/// @param willDo what the button will do, to how many
@CheckedTemplate(basePath = "")
public record ConfirmPage(
        Frame frame,
        String here,
        boolean approve,
        String question,
        String willDo,
        List<Item> items,
        int refused,
        List<String> reasons)
        implements TemplateInstance {
    /// One of them.
    ///
    /// @param refusal why it will not go through, or empty
    public record Item(
            String pick,
            String reference,
            int revision,
            String sentence,
            String amount,
            String refusal) {}
}
