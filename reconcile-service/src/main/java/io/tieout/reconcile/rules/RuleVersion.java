package io.tieout.reconcile.rules;

import io.tieout.model.command.RuleSetting;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules at one time.
///
/// @param person who set them; absent for those that the program brings along
public record RuleVersion(
        int version,
        List<RuleSetting> rules,
        @Nullable String person,
        @Nullable Instant changedAt,
        String reason) {
    public RuleVersion {
        rules = List.copyOf(rules);
    }
}
