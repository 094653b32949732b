package io.tieout.console.exception;

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

/// The exception queue and the chosen exception.
///
/// @param here the address of this view, where its forms go
/// @param narrowing the parts of the filter that are folded away until one is used
/// @param selectAll the address of this view with all that match selected
/// @param allSelected whether all that match are selected, beyond this page
/// @param message what became of the last press of a button, or empty
@CheckedTemplate(basePath = "")
public record ExceptionsPage(
        Frame frame,
        String here,
        List<Choice> statuses,
        List<Choice> whose,
        List<Choice> kinds,
        List<Choice> sorts,
        String search,
        List<Choice> hidden,
        Narrowing narrowing,
        List<Line> lines,
        String total,
        Pager pager,
        String selectAll,
        boolean allSelected,
        boolean mayHandle,
        @Nullable Item chosen,
        boolean opened,
        String backToList,
        String message,
        boolean messageGood)
        implements TemplateInstance {
    /// Filters that not everybody needs.
    public record Narrowing(
            List<Choice> owners,
            List<Choice> severities,
            List<Choice> companies,
            String place,
            boolean used) {}

    /// One in the list.
    ///
    /// @param pick what a checkbox sends
    public record Line(
            String id,
            String pick,
            String href,
            boolean chosen,
            String title,
            String kind,
            String company,
            Badge badge,
            String amount,
            String plainAmount,
            String currency,
            String owner,
            String due,
            boolean overdue,
            int comments,
            When at) {}

    /// The chosen one in full.
    ///
    /// @param settled how it left the queue, or empty
    /// @param explanation the detail in a model's sentences, or empty
    /// @param explainedBy the model, and the records that the explanation is about
    /// @param dueDay as a date field takes it; empty unless somebody chose it
    /// @param remap how a changed sheet may be read from now on, if that is proposed
    public record Item(
            String id,
            String pick,
            String kind,
            Badge severity,
            Badge status,
            String title,
            String detail,
            String explanation,
            String explainedBy,
            String remedy,
            String amount,
            When openedAt,
            String settled,
            String raisedBy,
            String owner,
            String due,
            boolean overdue,
            String dueDay,
            String proposalHref,
            String correlation,
            List<RowWords> rows,
            List<Candidate> candidates,
            boolean tested,
            List<Step> history,
            Actions actions,
            @Nullable Remap remap) {}

    /// What the person who looks may do.
    ///
    /// @param whyNot why they may not accept it, or empty
    public record Actions(
            boolean handle,
            boolean take,
            boolean settle,
            boolean reopen,
            String whyNot,
            List<Choice> owners,
            List<String> reasons) {}

    /// A counterpart that may have been meant.
    ///
    /// @param failed the tests that it failed
    public record Candidate(
            String name,
            String type,
            String id,
            String likeness,
            String note,
            List<String> failed) {}

    /// One step in its life.
    public record Step(String who, String what, When at, String words) {}

    /// A proposal to read a sheet's changed columns in another way.
    public record Remap(String action, String proposal, boolean allowed, String whyNot) {}
}
