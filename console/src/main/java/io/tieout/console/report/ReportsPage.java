package io.tieout.console.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Frame;
import java.util.List;

/// The projects of a realm that there are reports of.
///
/// @param budgeted whether any of them has a budget
@CheckedTemplate(basePath = "")
public record ReportsPage(Frame frame, String trouble, boolean budgeted, List<Line> lines)
        implements TemplateInstance {
    /// One project.
    public record Line(
            String project,
            String href,
            List<ReportPage.Bar> bars,
            String counts,
            List<ReportPage.Budget> budget,
            String stake) {}
}
