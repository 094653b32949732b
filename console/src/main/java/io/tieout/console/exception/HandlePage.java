package io.tieout.console.exception;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frame;
import java.util.List;

/// Repeats which exceptions something is to be done about, and asks what.
///
/// @param act `assign`, `comment`, `due`, `resolve` or `reopen`
/// @param willDo what the button will do, to how many
@CheckedTemplate(basePath = "")
public record HandlePage(
        Frame frame,
        String here,
        String act,
        String question,
        String willDo,
        List<Item> items,
        int refused,
        List<Choice> owners,
        List<String> reasons)
        implements TemplateInstance {
    /// One of them.
    ///
    /// @param refusal why it will be left out, or empty
    public record Item(String pick, String title, String detail, String amount, String refusal) {}
}
