package io.tieout.reconcile.rules;

import io.tieout.model.command.RuleSetting;
import io.tieout.model.money.Percent;
import io.tieout.reconcile.engine.MatchRule;
import io.tieout.reconcile.engine.MatchRules;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rules as people set them, and as the engine takes them. Pure.
final class RuleSettings {
    private RuleSettings() {}

    static List<RuleSetting> of(MatchRules rules) {
        return rules.rules().stream().map(RuleSettings::of).toList();
    }

    /// Only for settings that `RuleEdit` has checked.
    static MatchRules rules(int version, List<RuleSetting> settings) {
        return new MatchRules(version, settings.stream().map(RuleSettings::rule).toList());
    }

    static Optional<MatchRule.Step> step(String name) {
        return Arrays.stream(MatchRule.Step.values())
                .filter(step -> name(step).equals(name))
                .findFirst();
    }

    static String steps() {
        return Arrays.stream(MatchRule.Step.values())
                .map(RuleSettings::name)
                .collect(Collectors.joining(", "));
    }

    /// Those by which amounts may differ.
    static String tolerantSteps() {
        return Arrays.stream(MatchRule.Step.values())
                .filter(MatchRule.Step::toleratesAmounts)
                .map(RuleSettings::name)
                .collect(Collectors.joining(", "));
    }

    static boolean toleratesAmounts(String name) {
        return step(name).filter(MatchRule.Step::toleratesAmounts).isPresent();
    }

    private static RuleSetting of(MatchRule rule) {
        return new RuleSetting(
                rule.id(),
                name(rule.step()),
                rule.absolute(),
                new Percent(BigDecimal.valueOf(rule.percent()).stripTrailingZeros()),
                rule.days(),
                rule.enabled());
    }

    private static MatchRule rule(RuleSetting setting) {
        return new MatchRule(
                setting.id(),
                step(setting.step()).orElseThrow(),
                setting.absolute(),
                setting.percent().value().doubleValue(),
                setting.days(),
                setting.enabled());
    }

    private static String name(MatchRule.Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
