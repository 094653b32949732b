package io.tieout.reconcile.explaining;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the model may say: sentences. It has no field for an amount, a category or a record.
/// Nothing in it is trusted before `ExplanationCheck`.
record ExplanationAnswer(@Nullable List<@Nullable String> sentences) {}
