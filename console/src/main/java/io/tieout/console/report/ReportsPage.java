package io.tieout.console.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Frame;
import java.util.List;

/// The projects of a realm that there are reports of.
@CheckedTemplate(basePath = "")
public record ReportsPage(Frame frame, String trouble, List<Line> lines)
        implements TemplateInstance {
    /// One project.
    public record Line(
            String project, String href, List<ReportPage.Bar> bars, String counts, String stake) {}
}
