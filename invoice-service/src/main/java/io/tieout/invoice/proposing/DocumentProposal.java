package io.tieout.invoice.proposing;

import io.tieout.invoice.documents.DocumentDraft;
import io.tieout.invoice.documents.DocumentRow;
import io.tieout.invoice.narrative.ContextSources;
import io.tieout.model.id.ProposalId;
import io.tieout.model.proposal.Evidence;
import io.tieout.model.proposal.Evidence.RateSource;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.smartsheet.DocumentKind;
import io.tieout.model.smartsheet.RowObserved;
import io.tieout.model.topic.Services;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Builds the proposal of a document other than an invoice: tell the rows, post it, tell the rows
/// its number.
public final class DocumentProposal {
    private DocumentProposal() {}

    /// @param leaving rows of the revision before that are not on this one
    public static ProposalMade of(
            ProposalId id,
            String reference,
            int revision,
            DocumentDraft draft,
            List<RowObserved> leaving) {
        RowEffects rows =
                new RowEffects(
                        draft.group().sheetId(),
                        draft.rows().stream().map(DocumentRow::observed).toList(),
                        draft.total(),
                        reference + " r" + revision);
        return new ProposalMade(
                id,
                revision,
                draft.group().realmId(),
                kind(draft.group().kind()),
                reference,
                summary(draft),
                Services.INVOICE,
                draft.counterparty(),
                draft.total(),
                draft.rows().stream().map(DocumentRow::ref).toList(),
                List.of(
                        rows.announce(leaving),
                        draft.form().with("tieout:" + id),
                        rows.writeBack("Posted")),
                evidence(draft));
    }

    private static ProposalKind kind(DocumentKind kind) {
        return switch (kind) {
            case BILL -> ProposalKind.BILL;
            case JOURNAL_ENTRY -> ProposalKind.JOURNAL_ENTRY;
            case PURCHASE_ORDER -> ProposalKind.PURCHASE_ORDER;
            case TIME_ACTIVITY -> ProposalKind.TIME_ACTIVITY;
        };
    }

    private static String summary(DocumentDraft draft) {
        String what =
                switch (draft.group().kind()) {
                    case BILL -> "Enter a bill of";
                    case JOURNAL_ENTRY -> "Enter journal entry";
                    case PURCHASE_ORDER -> "Order from";
                    case TIME_ACTIVITY -> "Enter time of";
                };
        String whose =
                Objects.requireNonNullElse(
                        draft.counterparty(),
                        Objects.requireNonNullElse(draft.group().number(), ""));
        int rows = draft.rows().size();
        return "%s %s, %s, and update %d %s"
                .formatted(what, whose, draft.total().readable(), rows, rows == 1 ? "row" : "rows");
    }

    private static Evidence evidence(DocumentDraft draft) {
        return new Evidence(
                draft.rows().stream()
                        .map(row ->
                                new Evidence.RowCitation(
                                        row.ref(), row.occurrence(), row.sheetVersion()))
                        .toList(),
                IntStream.range(0, draft.rows().size())
                        .mapToObj(i ->
                                new Evidence.LineSource(
                                        i + 1,
                                        List.of(draft.rows().get(i).ref()),
                                        RateSource.SHEET,
                                        null,
                                        null))
                        .toList(),
                draft.rows().getFirst().cells().project(),
                null,
                draft.rulesVersion(),
                "template",
                null,
                documents(draft));
    }

    private static @Nullable List<Evidence.DocumentCitation> documents(DocumentDraft draft) {
        List<Evidence.DocumentCitation> cited =
                draft.rows().stream()
                        .flatMap(row -> ContextSources.citations(row.observed()).stream())
                        .distinct()
                        .toList();
        return cited.isEmpty() ? null : cited;
    }
}
