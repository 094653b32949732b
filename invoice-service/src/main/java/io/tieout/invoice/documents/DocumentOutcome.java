package io.tieout.invoice.documents;

import io.tieout.invoice.drafting.Refusal;
import java.util.List;

/// What became of the rows of a document: all of them, or none. A document without one of its lines
/// would be another document.
public sealed interface DocumentOutcome {
    List<Refusal> refusals();

    record Drafted(DocumentDraft draft) implements DocumentOutcome {
        @Override
        public List<Refusal> refusals() {
            return List.of();
        }
    }

    record Nothing(List<Refusal> refusals) implements DocumentOutcome {
        public Nothing {
            refusals = List.copyOf(refusals);
        }
    }
}
