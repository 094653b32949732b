package io.tieout.console.deadletter;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.Pager;
import io.tieout.console.frame.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Dead letters by cause, then one by one.
///
/// @param cause what all that are listed have in common, or empty
@CheckedTemplate(basePath = "")
public record DeadLettersPage(
        Frame frame,
        String here,
        List<Choice> statuses,
        String search,
        List<Choice> hidden,
        String total,
        List<CauseLine> causes,
        String cause,
        String allCauses,
        List<Line> lines,
        Pager pager,
        String selectAll,
        boolean allSelected,
        boolean mayRedrive,
        String whyNot,
        @Nullable Letter chosen,
        boolean opened,
        String backToList,
        String message)
        implements TemplateInstance {
    /// How many of one cause.
    public record CauseLine(
            String code, String topic, String group, long count, When newest, String href) {}

    /// One in the list.
    public record Line(
            String id,
            String href,
            boolean chosen,
            String reason,
            String key,
            String code,
            String topic,
            String group,
            Badge status,
            When at) {}

    /// The chosen one in full.
    public record Letter(
            String id,
            String code,
            String topic,
            String group,
            String reason,
            String key,
            Badge status,
            When at,
            int attempts,
            String source,
            String correlation,
            String redriven,
            boolean open,
            boolean json,
            String payload,
            String stack) {}
}
