package io.tieout.console.project;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.Pager;
import io.tieout.console.frame.When;
import io.tieout.console.source.RowWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of projects and the chosen one.
///
/// @param opened whether somebody chose it, or it is the first of the list
@CheckedTemplate(basePath = "")
public record ProjectsPage(
        Frame frame,
        String here,
        List<Choice> sorts,
        String search,
        List<Line> lines,
        String total,
        Pager pager,
        @Nullable Item chosen,
        boolean opened,
        String missing,
        String backToList)
        implements TemplateInstance {
    /// One in the list.
    public record Line(
            String id,
            String href,
            boolean chosen,
            String customer,
            String hours,
            Bar bar,
            List<Badge> badges) {}

    /// Hours as a bar, in percent of its length.
    ///
    /// @param mark where the approved hours end, or -1 when the bar ends there
    public record Bar(int billed, int ready, int open, int mark) {
        /// Where the hours that are not ready begin.
        public int openFrom() {
            return billed + ready;
        }

        /// Where the mark begins, so that it ends within the bar.
        public int markFrom() {
            return Math.max(0, mark - 1);
        }
    }

    /// The chosen one in full.
    ///
    /// @param reportHref its variance report, or empty when no cost row names it
    public record Item(
            String name,
            String customer,
            String sentence,
            List<Badge> badges,
            Bar bar,
            List<Fact> hours,
            List<Fact> money,
            List<RowWords> ready,
            long readyCount,
            List<Draft> drafts,
            List<Trouble> exceptions,
            long exceptionCount,
            List<Cost> costs,
            long costCount,
            String reportHref) {}

    /// A name and what it is.
    public record Fact(String name, String value) {}

    /// A proposal of the project.
    public record Draft(
            String href, String reference, String amount, Badge status, String summary, When at) {}

    /// An open finding about one of its rows.
    public record Trouble(String href, String title, String remedy, Badge severity) {}

    /// A cost row and whether the books have it.
    public record Cost(RowWords row, Badge status, String note) {}
}
