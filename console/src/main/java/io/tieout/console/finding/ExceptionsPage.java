package io.tieout.console.finding;

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

/// The list of findings and the chosen one.
@CheckedTemplate(basePath = "")
public record ExceptionsPage(
        Frame frame,
        String here,
        List<Choice> statuses,
        List<Choice> kinds,
        List<Choice> sorts,
        String search,
        List<Choice> hidden,
        List<Line> lines,
        String total,
        Pager pager,
        @Nullable Item chosen,
        boolean opened,
        String backToList)
        implements TemplateInstance {
    /// One in the list.
    public record Line(
            String id,
            String href,
            boolean chosen,
            String title,
            String kind,
            Badge badge,
            String amount,
            When at) {}

    /// The chosen one in full.
    public record Item(
            String id,
            String kind,
            Badge severity,
            Badge status,
            String title,
            String detail,
            String remedy,
            String amount,
            When openedAt,
            String resolution,
            String raisedBy,
            String proposalHref,
            String correlation,
            List<RowWords> rows,
            List<Candidate> candidates) {}

    /// A counterpart that may have been meant.
    public record Candidate(String name, String type, String id, String likeness, String note) {}
}
