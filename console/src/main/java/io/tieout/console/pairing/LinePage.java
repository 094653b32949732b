package io.tieout.console.pairing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frame;
import java.util.List;

/// What is said of one line, with what it belongs to and what came nearest.
///
/// @param trouble why it cannot be shown, or empty
/// @param message what came of the last step, or empty
/// @param whyNot why the person may not decide, or empty
/// @param finding through which the person came here, or empty
/// @param title how people call it
/// @param detail its id in QuickBooks, or empty
/// @param words what it says
/// @param name the vendor as the sheet writes it, when it may be taught; otherwise empty
/// @param vendor the likeliest vendor, or empty
@CheckedTemplate(basePath = "")
record LinePage(
        Frame frame,
        List<Choice> tabs,
        String trouble,
        String message,
        String tone,
        String whyNot,
        String realm,
        String id,
        String finding,
        String title,
        String detail,
        String words,
        String amount,
        Badge outcome,
        String said,
        String evidence,
        List<Other> counterparts,
        String nearestTitle,
        List<Other> nearest,
        String name,
        String vendor,
        List<String> vendors,
        List<ApartPage.Pair> apart)
        implements TemplateInstance {
    /// Another line.
    ///
    /// @param record how people call it
    /// @param sheetLine of the pair that it makes with the page's line
    /// @param failed the tests that it failed
    record Other(
            String record,
            String detail,
            String href,
            String words,
            String amount,
            String sheetLine,
            String booksLine,
            String likeness,
            List<String> failed) {}
}
