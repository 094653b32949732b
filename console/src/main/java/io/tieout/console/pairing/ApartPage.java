package io.tieout.console.pairing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frame;
import io.tieout.console.frame.When;
import io.tieout.console.matching.Shown;
import java.time.Instant;
import java.util.List;

/// Pairs of lines that people took apart.
///
/// @param trouble why they cannot be shown, or empty
/// @param message what came of the last step, or empty
/// @param whyNot why the person may not decide, or empty
@CheckedTemplate(basePath = "")
record ApartPage(
        Frame frame,
        List<Choice> tabs,
        List<Choice> companies,
        String trouble,
        String message,
        String tone,
        String whyNot,
        String realm,
        List<Pair> pairs)
        implements TemplateInstance {
    /// One pair.
    ///
    /// @param withdrawn who let it be matched again and why, or empty
    record Pair(
            String sheetLine,
            String sheetRecord,
            String href,
            String booksLine,
            String booksRecord,
            String booksDetail,
            String person,
            When at,
            String reason,
            Badge state,
            boolean holds,
            String withdrawn) {
        static Pair of(Shown.Separation pair, String realm, Instant now) {
            Shown.Name booksRecord = Shown.Name.of(pair.booksRecord(), pair.booksLine());
            return new Pair(
                    pair.sheetLine(),
                    Shown.Name.of(pair.sheetRecord(), pair.sheetLine()).words(),
                    LineResource.address(realm, pair.sheetLine()).toString(),
                    pair.booksLine(),
                    booksRecord.words(),
                    booksRecord.detail(),
                    pair.person(),
                    When.ago(pair.separatedAt(), now),
                    pair.reason(),
                    pair.holds() ? Badge.waiting("apart") : Badge.quiet("withdrawn"),
                    pair.holds(),
                    pair.holds()
                            ? ""
                            : "%s: %s".formatted(pair.withdrawnBy(), pair.withdrawnReason()));
        }
    }
}
