package io.tieout.model.command;

/// How a person wants the books corrected.
public enum CorrectionWay {
    /// A journal entry beside the document, dated today.
    JOURNAL_ENTRY,
    /// The document's own line, in the period in which it is.
    RECATEGORISATION
}
