package io.tieout.console.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.When;
import java.util.List;

/// The variance report of one project.
///
/// @param trouble why it cannot be shown, or empty
/// @param sentence the whole in one sentence
/// @param budgetNotes which rows say the budget, and what is not counted
/// @param profitAndLoss QuickBooks' own, or empty
@CheckedTemplate(basePath = "")
public record ReportPage(
        Frame frame,
        String trouble,
        String title,
        String sentence,
        When madeAt,
        String csvHref,
        String othersHref,
        List<Bar> bars,
        List<Budget> budget,
        List<String> budgetNotes,
        List<ProfitAndLoss> profitAndLoss,
        List<Total> totals,
        List<Item> items,
        String cut)
        implements TemplateInstance {
    /// A part of the picture, in percent of its length.
    public record Bar(String kind, String words, int count, double from, double share) {}

    /// What was approved in one unit, and what either book has used of it.
    public record Budget(String approved, List<Use> uses) {
        /// What was posted.
        public Use books() {
            return uses.getLast();
        }
    }

    /// What one book has used.
    ///
    /// @param rest what remains, in words
    /// @param share of the picture that is within the budget, in percent
    /// @param over of the picture that is beyond it
    public record Use(
            String book,
            String actual,
            String remaining,
            String rest,
            String percent,
            double share,
            double over) {}

    /// QuickBooks' own profit and loss, and how its costs differ from those that are counted.
    ///
    /// @param says how it counts, and which days
    /// @param agreed whether both have the same costs
    public record ProfitAndLoss(
            When asOf,
            String says,
            String income,
            String costs,
            String net,
            String counted,
            String difference,
            boolean agreed,
            List<String> reasons,
            List<String> notes) {}

    /// A row of the totals.
    public record Total(String name, int items, String sheet, String books, String stake) {}

    /// Lines of both books side by side.
    ///
    /// @param explanation the same in a model's sentences, or empty
    /// @param explainedBy the model, and the records that the explanation is about
    /// @param correctionHref where it can be corrected, or empty
    public record Item(
            Badge badge,
            String category,
            List<Line> sheet,
            List<Line> books,
            String difference,
            String evidence,
            String explanation,
            String explainedBy,
            List<String> near,
            String rule,
            When since,
            String correctionHref) {}

    /// A line with the record that it cites.
    ///
    /// @param detail the record's id in QuickBooks, or empty
    /// @param href where the record is, or empty
    public record Line(
            String detail, String record, String href, String words, String day, String amount) {}
}
