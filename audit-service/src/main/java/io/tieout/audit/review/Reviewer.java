package io.tieout.audit.review;

import io.tieout.model.effect.RecategoriseLine;
import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState.ReviewResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Judges a proposal by rules that know nothing of how it was made. Every rule speaks, so that who
/// reads the result sees all that is wrong at once.
public final class Reviewer {
    private Reviewer() {}

    /// What each rule says, in a fixed order.
    public static List<ReviewResult> review(ProposalMade proposal, Facts facts) {
        List<ReviewResult> results = new ArrayList<>();
        ProposalCase whole = new ProposalCase(proposal, facts);
        RowRules.ALL.forEach(rule -> results.add(rule.apply(whole)));
        EffectRules.ALL.forEach(rule -> results.add(rule.apply(whole)));
        if (proposal.effects().stream().anyMatch(RecategoriseLine.class::isInstance)) {
            RecategorisationRules.ALL.forEach(rule -> results.add(rule.apply(whole)));
        }
        whole.invoices()
                .forEach(invoice -> {
                    InvoiceCase one = new InvoiceCase(proposal, invoice, facts);
                    AmountRules.ALL.forEach(rule -> results.add(rule.apply(one)));
                    BookRules.ALL.forEach(rule -> results.add(rule.apply(one)));
                    TimeRules.ALL.forEach(rule -> results.add(rule.apply(one)));
                    WordRules.ALL.forEach(rule -> results.add(rule.apply(one)));
                });
        whole.documents()
                .forEach(document -> {
                    DocumentCase one = new DocumentCase(proposal, document, facts);
                    DocumentRules.ALL.forEach(rule -> results.add(rule.apply(one)));
                    linesOf(proposal.kind()).forEach(rule -> results.add(rule.apply(one)));
                });
        return List.copyOf(results);
    }

    /// A document's lines are those of its rows; a correction's follow from what it corrects.
    private static List<Rule<DocumentCase>> linesOf(ProposalKind kind) {
        if (kind != ProposalKind.CORRECTION) {
            return Stream.concat(DocumentLines.ALL.stream(), LineTaxRules.OF_DOCUMENTS.stream())
                    .toList();
        }
        List<Rule<DocumentCase>> rules = new ArrayList<>(CorrectionRules.ALL);
        rules.addAll(DocumentLines.OF_ANY_ENTRY);
        return rules;
    }

    public static boolean passed(List<ReviewResult> results) {
        return results.stream().allMatch(ReviewResult::passed);
    }
}
