package io.tieout.reconcile.matching;

import io.tieout.model.money.Money;
import org.jspecify.annotations.Nullable;

/// One line of a document.
///
/// @param project the job that it is booked to
public record BookLine(Money amount, @Nullable String description, @Nullable String project) {}
