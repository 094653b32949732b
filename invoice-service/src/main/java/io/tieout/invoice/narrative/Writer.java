package io.tieout.invoice.narrative;

import io.tieout.kit.wording.Advice;

/// Something that words invoice lines.
interface Writer {
    /// What it answered, unchecked, or that it could not be asked.
    Advice<NarrativeAnswer> write(NarrativeRequest request);
}
