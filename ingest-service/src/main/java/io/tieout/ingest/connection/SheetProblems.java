package io.tieout.ingest.connection;

import io.tieout.connectors.health.Problem;
import io.tieout.ingest.finding.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is wrong with a sheet as such, each with its remedy: what its findings say, and before
/// there is a finding, what is known anyway. Pure.
final class SheetProblems {
    private static final String MAPPING = "mapping-broken";
    private static final String WEBHOOK = "webhook-down";
    private static final String ENABLED = "ENABLED";

    private SheetProblems() {}

    /// @param webhook its state in Smartsheet's words; absent when there is none
    static List<Problem> of(boolean fits, @Nullable String webhook, List<Findings.Open> open) {
        List<Problem> problems = new ArrayList<>();
        if (!fits) {
            problems.add(
                    said(MAPPING, open, Problem.Level.ERROR)
                            .orElse(
                                    new Problem(
                                            MAPPING,
                                            Problem.Level.ERROR,
                                            "Its columns do not fit the mapping.",
                                            "Tieout reads it whole now and says then what changed. Nothing of it is processed or written until it fits.")));
        }
        if (webhook != null && !webhook.equals(ENABLED)) {
            problems.add(
                    said(WEBHOOK, open, Problem.Level.WARNING)
                            .orElse(
                                    new Problem(
                                            WEBHOOK,
                                            Problem.Level.WARNING,
                                            "Its webhook is %s; changes are found by looking for them."
                                                    .formatted(webhook),
                                            "Nothing yet: Tieout turns it on by itself, and says here what to do when that fails.")));
        } else {
            said(WEBHOOK, open, Problem.Level.WARNING).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> said(
            String about, List<Findings.Open> open, Problem.Level level) {
        return open.stream()
                .filter(finding -> finding.about().equals(about))
                .findFirst()
                .map(finding ->
                        new Problem(
                                about,
                                level,
                                finding.text().title() + ". " + finding.text().detail(),
                                finding.text().remedy()));
    }
}
