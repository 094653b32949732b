package io.tieout.console.approval;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.dossier.ProposalView;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.Pager;
import io.tieout.console.frame.When;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The list of proposals and the chosen one.
///
/// @param here the address of this view, where its forms go
/// @param companies what the list may be narrowed to; empty when there is one company alone
/// @param selectAll the address of this view with all that match selected
/// @param allSelected whether all that match are selected, beyond this page
/// @param chosen the one beside the list: what the address names, or else the first
/// @param opened whether the address names it, so that a phone shows it instead of the list
/// @param missing the id in the address that the console does not know, or empty
/// @param message what became of the last press of a button, or empty
@CheckedTemplate(basePath = "")
public record ApprovalsPage(
        Frame frame,
        String here,
        List<Choice> groups,
        List<Choice> scopes,
        List<Choice> companies,
        List<Choice> sorts,
        String search,
        List<Choice> hidden,
        List<Card> cards,
        String total,
        Pager pager,
        String selectAll,
        boolean allSelected,
        boolean mayDecide,
        @Nullable ProposalView chosen,
        boolean opened,
        String backToList,
        String missing,
        String message,
        boolean messageGood)
        implements TemplateInstance {
    /// One line of the list.
    ///
    /// @param pick what a checkbox sends: id, revision and hash
    /// @param company empty when there is one alone
    /// @param mine whether it waits for the person who looks
    public record Card(
            String id,
            String pick,
            String href,
            boolean chosen,
            String reference,
            int revision,
            String counterparty,
            String project,
            String company,
            String currency,
            String amount,
            String plainAmount,
            Badge status,
            String needs,
            boolean mine,
            When since) {}
}
