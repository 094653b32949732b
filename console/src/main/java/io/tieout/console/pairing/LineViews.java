package io.tieout.console.pairing;

import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.console.matching.MatchingTabs;
import io.tieout.console.matching.MayMatch;
import io.tieout.console.matching.Shown;
import io.tieout.console.matching.Shown.Near;
import io.tieout.console.matching.Shown.Standing;
import io.tieout.model.finding.FindingKind;
import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the page of one line.
@RequestScoped
class LineViews {
    private static final Set<String> SHEET_KINDS = Set.of("COST", "TIMESHEET", "BUDGET", "BILLING");
    private static final String HOURS = "HRS";

    private final Frames frames;
    private final SignedIn signedIn;
    private final Clock clock;

    LineViews(Frames frames, SignedIn signedIn, Clock clock) {
        this.frames = frames;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    LinePage trouble(String realm, String id, String why, String message, String tone) {
        return new LinePage(
                frames.frame(Section.MATCHING, "A line"),
                MatchingTabs.RULES.choices(realm),
                why,
                message,
                tone,
                "",
                realm,
                id,
                "",
                "",
                "",
                "",
                "",
                Badge.quiet("unknown"),
                "",
                "",
                List.of(),
                "",
                List.of(),
                "",
                "",
                List.of(),
                List.of());
    }

    LinePage page(String realm, Shown.Line found, String finding, String message, String tone) {
        Standing line = found.line();
        boolean inSheet = isSheet(line);
        Map<String, Near> tests =
                line.nearest().stream()
                        .collect(
                                Collectors.toMap(
                                        Near::lineId, Function.identity(), (one, _) -> one));
        List<String> vendors = vendors(found);
        return new LinePage(
                frames.frame(Section.MATCHING, "A line"),
                MatchingTabs.RULES.choices(realm),
                "",
                message,
                tone,
                MayMatch.whyNot(signedIn.person()),
                realm,
                line.lineId(),
                finding,
                found.name(line.lineId()).words(),
                found.name(line.lineId()).detail(),
                words(line),
                amount(line),
                outcome(line),
                said(line),
                line.evidence(),
                found.counterparts().stream()
                        .filter(other -> isSheet(other) != inSheet)
                        .map(other -> other(realm, found, other, null))
                        .toList(),
                "DUPLICATE".equals(line.category())
                        ? "What it is a copy of"
                        : "What came nearest, and why it is not that",
                found.nearest().stream()
                        .map(other -> other(realm, found, other, tests.get(other.lineId())))
                        .toList(),
                line.kind().equals("COST") ? line.party() : "",
                vendors.isEmpty() ? "" : vendors.getFirst(),
                vendors,
                found.apart().stream()
                        .map(pair -> ApartPage.Pair.of(pair, realm, clock.instant()))
                        .toList());
    }

    /// Whom the lines of the books name that it belongs to or comes near to.
    private static List<String> vendors(Shown.Line found) {
        return Stream.concat(found.counterparts().stream(), found.nearest().stream())
                .filter(other -> !isSheet(other))
                .map(Standing::party)
                .filter(party -> !party.isEmpty() && !party.equals(found.line().party()))
                .distinct()
                .toList();
    }

    private static LinePage.Other other(
            String realm, Shown.Line found, Standing other, @Nullable Near tested) {
        Standing line = found.line();
        boolean inSheet = isSheet(line);
        return new LinePage.Other(
                found.name(other.lineId()).words(),
                found.name(other.lineId()).detail(),
                LineResource.address(realm, other.lineId()).toString(),
                words(other),
                amount(other),
                inSheet ? line.lineId() : other.lineId(),
                inSheet ? other.lineId() : line.lineId(),
                tested == null ? "" : percent(tested.score()) + " %",
                tested == null ? List.of() : tested.failed());
    }

    private static boolean isSheet(Standing line) {
        return SHEET_KINDS.contains(line.kind());
    }

    private static Badge outcome(Standing line) {
        return switch (line.outcome()) {
            case "MATCHED" -> Badge.good("matched");
            case "PROPOSED" -> Badge.waiting("probably matched");
            case "DEVIATING" -> Badge.waiting("differs");
            case "TIED" -> Badge.waiting("several fit");
            default -> Badge.bad("no counterpart");
        };
    }

    private static String said(Standing line) {
        boolean byRule = !line.rule().isEmpty();
        return Stream.of(
                        category(line),
                        byRule ? "by rule " + line.rule() : "",
                        byRule ? "%s percent sure".formatted(percent(line.score())) : "",
                        line.remainder().signum() == 0
                                ? ""
                                : line.remainder().toPlainString() + " of it has no counterpart")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String category(Standing line) {
        return Arrays.stream(FindingKind.values())
                .filter(kind -> kind.name().equals(line.category()))
                .map(FindingKind::wordsInside)
                .findFirst()
                .orElse("");
    }

    private static String percent(double score) {
        return String.format(Locale.ROOT, "%.0f", 100 * score);
    }

    private static String words(Standing line) {
        return Stream.of(
                        line.party(),
                        line.reference(),
                        line.day().toString(),
                        line.project(),
                        line.description())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String amount(Standing line) {
        return line.currency().equals(HOURS)
                ? line.amount().toPlainString() + " h"
                : String.format(Locale.ROOT, "%s %,.2f", line.currency(), line.amount());
    }
}
