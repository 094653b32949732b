package io.tieout.reconcile.rules;

import io.tieout.model.command.RuleSetting;
import io.tieout.reconcile.engine.MatchRules;
import io.tieout.reconcile.refusal.Refusal;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides what an edit of the rules comes to. Pure.
public sealed interface RuleEdit {
    /// The rules from now on.
    record Accepted(MatchRules rules) implements RuleEdit {}

    /// The rules stay as they are.
    record Refused(Refusal refusal) implements RuleEdit {}

    int RULES_MAX = 20;
    long ABSOLUTE_MAX = 1_000_000;
    BigDecimal PERCENT_MAX = BigDecimal.valueOf(50);
    int DAYS_MAX = 366;
    Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /// @param basedOn the version that the person saw
    static RuleEdit of(MatchRules current, int basedOn, List<RuleSetting> settings) {
        if (basedOn != current.version()) {
            return refused(
                    "It is based on version %d of the rules; version %d is in force"
                            .formatted(basedOn, current.version()),
                    "Look at the rules as they are now and edit those.");
        }
        String wrong = wrong(settings);
        if (wrong != null) {
            return refused(wrong, "Correct it and save once more; the rules stay as they were.");
        }
        MatchRules edited = RuleSettings.rules(current.version() + 1, settings);
        return edited.rules().equals(current.rules())
                ? refused(
                        "It changes nothing: these are the rules of version " + current.version(),
                        "Nothing to do.")
                : new Accepted(edited);
    }

    private static RuleEdit refused(String why, String remedy) {
        return new Refused(new Refusal(why, remedy));
    }

    private static @Nullable String wrong(List<RuleSetting> settings) {
        if (settings.isEmpty() || settings.size() > RULES_MAX) {
            return "There must be 1 to %d rules, not %d".formatted(RULES_MAX, settings.size());
        }
        if (settings.stream().noneMatch(RuleSetting::enabled)) {
            return "At least one rule must be on";
        }
        Set<String> ids = new HashSet<>();
        return settings.stream()
                .map(setting -> ids.add(setting.id()) ? wrong(setting) : twice(setting))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static String twice(RuleSetting setting) {
        return "Two rules are called " + setting.id();
    }

    private static @Nullable String wrong(RuleSetting rule) {
        if (!ID.matcher(rule.id()).matches()) {
            return "A rule is called \"%.60s\": take small letters, digits and hyphens, 40 at most"
                    .formatted(rule.id());
        }
        if (RuleSettings.step(rule.step()).isEmpty()) {
            return "Rule %s looks at \"%.60s\": there is only %s"
                    .formatted(rule.id(), rule.step(), RuleSettings.steps());
        }
        if (rule.absolute() < 0 || rule.absolute() > ABSOLUTE_MAX) {
            return "Rule %s: amounts may differ by 0.00 to %s, not %s"
                    .formatted(
                            rule.id(),
                            BigDecimal.valueOf(ABSOLUTE_MAX, 2),
                            BigDecimal.valueOf(rule.absolute(), 2));
        }
        BigDecimal percent = rule.percent().value();
        if (percent.signum() < 0 || percent.compareTo(PERCENT_MAX) > 0 || percent.scale() > 4) {
            return "Rule %s: amounts may differ by 0 to 50 percent with four decimals, not %.40s"
                    .formatted(rule.id(), percent.toPlainString());
        }
        if ((rule.absolute() > 0 || percent.signum() > 0)
                && !RuleSettings.toleratesAmounts(rule.step())) {
            return "Rule %s takes equal amounts only and has no tolerance for them (%s have): leave 0.00 and 0 percent"
                    .formatted(rule.id(), RuleSettings.tolerantSteps());
        }
        if (rule.days() < 0 || rule.days() > DAYS_MAX) {
            return "Rule %s: dates may differ by 0 to %d days, not %d"
                    .formatted(rule.id(), DAYS_MAX, rule.days());
        }
        return null;
    }
}
