package io.tieout.invoice.documents;

import io.tieout.invoice.drafting.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Decides what a group of document rows becomes.
public final class DocumentDrafter {
    private DocumentDrafter() {}

    public static DocumentOutcome draft(DocumentFacts facts) {
        if (facts.rows().isEmpty()) {
            return new DocumentOutcome.Nothing(List.of());
        }
        Resolver names = new Resolver(facts);
        Optional<DocumentDraft> draft =
                switch (facts.group().kind()) {
                    case BILL -> BillDrafter.draft(names);
                    case PURCHASE_ORDER -> OrderDrafter.draft(names);
                    case JOURNAL_ENTRY -> EntryDrafter.draft(names);
                    case TIME_ACTIVITY -> TimeDrafter.draft(names);
                };
        return draft.isPresent() && names.refusals().isEmpty()
                ? new DocumentOutcome.Drafted(draft.get())
                : new DocumentOutcome.Nothing(distinct(names.refusals()));
    }

    private static List<Refusal> distinct(List<Refusal> refusals) {
        List<Refusal> distinct = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Refusal refusal : refusals) {
            if (seen.add(refusal.kind() + "|" + refusal.subject())) {
                distinct.add(refusal);
            }
        }
        return distinct;
    }
}
