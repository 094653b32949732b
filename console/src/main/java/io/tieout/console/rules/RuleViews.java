package io.tieout.console.rules;

import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.console.matching.MatchingTabs;
import io.tieout.console.matching.MayMatch;
import io.tieout.console.matching.Shown;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the rules page of what is known and of what was just done.
@RequestScoped
class RuleViews {
    private static final String AUTOMATIC = "by themselves";

    private final Frames frames;
    private final SignedIn signedIn;
    private final Clock clock;

    RuleViews(Frames frames, SignedIn signedIn, Clock clock) {
        this.frames = frames;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /// What was just done.
    ///
    /// @param form what the fields show; absent for the rules in force
    record Step(
            String message,
            String tone,
            @Nullable RuleForm form,
            Shown.@Nullable Preview preview,
            String reason) {
        static final Step NONE = new Step("", "", null, null, "");

        static Step bad(String message, RuleForm form) {
            return new Step(message, "bad", form, null, "");
        }

        static Step previewed(RuleForm form, Shown.Preview preview, String reason, String message) {
            return new Step(message, "wait", form, preview, reason);
        }
    }

    /// The rules of the realm that is asked for, or of the first.
    static Shown.@Nullable Rules choose(List<Shown.Rules> all, @Nullable String realm) {
        return all.stream()
                .filter(rules -> rules.realm().equals(realm))
                .findFirst()
                .orElse(all.isEmpty() ? null : all.getFirst());
    }

    /// What became of the version that was sent off.
    static Step saved(Shown.Rules rules, @Nullable String saved) {
        if (saved == null || !saved.matches("\\d{1,6}")) {
            return Step.NONE;
        }
        int version = Integer.parseInt(saved);
        return rules.current().version() >= version
                ? new Step(
                        "Version %d is in force; everything is compared by it.".formatted(version),
                        "good",
                        null,
                        null,
                        "")
                : new Step(
                        "Version %d is on its way. It is in force as soon as it is listed below; if it is refused, that is an exception."
                                .formatted(version),
                        "wait",
                        null,
                        null,
                        "");
    }

    RulesPage trouble(String why) {
        return new RulesPage(
                frames.frame(Section.MATCHING),
                MatchingTabs.RULES.choices(""),
                List.of(),
                why,
                "",
                "",
                "",
                "",
                0,
                List.of(),
                null,
                "",
                List.of());
    }

    RulesPage page(List<Shown.Rules> all, Shown.Rules rules, Step step) {
        RuleForm form = step.form() == null ? RuleForm.of(rules.current()) : step.form();
        return new RulesPage(
                frames.frame(Section.MATCHING),
                MatchingTabs.RULES.choices(rules.realm()),
                MatchingTabs.RULES.companies(all, rules.realm()),
                "",
                step.message(),
                step.tone(),
                MayMatch.whyNot(signedIn.person()),
                rules.realm(),
                rules.current().version(),
                form.rows().stream()
                        .map(row ->
                                new RulesPage.Rule(
                                        row,
                                        RuleWords.step(row.step()),
                                        RuleWords.toleratesAmounts(row.step())))
                        .toList(),
                step.preview() == null ? null : outlook(rules.realm(), form, step.preview()),
                step.reason(),
                history(rules));
    }

    private static RulesPage.Outlook outlook(String realm, RuleForm form, Shown.Preview preview) {
        String sentence =
                preview.changed() == 0
                        ? "All %s of both books would stand as they do now."
                                .formatted(Words.count(preview.lines(), "line"))
                        : "%,d of %s of both books would stand otherwise."
                                .formatted(preview.changed(), Words.count(preview.lines(), "line"));
        List<RulesPage.Count> rules =
                preview.rules().stream()
                        .flatMap(rule ->
                                Stream.of(
                                        count(
                                                rule.rule(),
                                                AUTOMATIC,
                                                rule.matchedNow(),
                                                rule.matchedThen()),
                                        count(
                                                rule.rule(),
                                                "proposed to a person",
                                                rule.proposedNow(),
                                                rule.proposedThen())))
                        .filter(count ->
                                count.now() + count.then() > 0 || count.kind().equals(AUTOMATIC))
                        .toList();
        return new RulesPage.Outlook(
                form.mark(),
                sentence,
                rules,
                preview.categories().stream()
                        .map(one -> count(one.category(), "lines", one.now(), one.then()))
                        .toList(),
                preview.examples().stream()
                        .map(one ->
                                new RulesPage.Example(
                                        Address.of("/matching/line")
                                                .with("realm", realm)
                                                .with("id", one.line())
                                                .toString(),
                                        one.words(),
                                        one.from(),
                                        one.to()))
                        .toList());
    }

    private static RulesPage.Count count(String name, String kind, int now, int then) {
        String change = now == then ? "" : (then > now ? "+" : "−") + Math.abs(then - now);
        return new RulesPage.Count(name, kind, now, then, change);
    }

    private List<RulesPage.Earlier> history(Shown.Rules rules) {
        List<RulesPage.Earlier> history = new ArrayList<>();
        List<Shown.Version> versions = rules.versions();
        for (int i = 0; i < versions.size(); i++) {
            Shown.Version version = versions.get(i);
            history.add(
                    new RulesPage.Earlier(
                            version.version(),
                            version.person() == null ? "Tieout" : version.person(),
                            version.changedAt() == null
                                    ? null
                                    : When.ago(version.changedAt(), clock.instant()),
                            version.reason(),
                            i + 1 < versions.size()
                                    ? RuleWords.changes(version, versions.get(i + 1))
                                    : List.of()));
        }
        return history;
    }
}
