package io.tieout.invoice.narrative;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the model may say: sentences for lines that exist already. It has no field for an amount, a
/// payee or an account. Nothing in it is trusted before `NarrativeCheck`.
record NarrativeAnswer(@Nullable List<@Nullable Line> lines) {
    record Line(@Nullable Integer line, @Nullable List<@Nullable String> sentences) {}
}
