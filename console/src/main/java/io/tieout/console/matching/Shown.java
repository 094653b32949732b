package io.tieout.console.matching;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.tieout.model.command.RuleSetting;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What reconcile-service answers.
public final class Shown {
    private Shown() {}

    /// The rules of a realm.
    ///
    /// @param versions newest first: the first is in force
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Rules(String realm, List<Version> versions) {
        public Rules {
            versions = List.copyOf(versions);
        }

        public Version current() {
            return versions.getFirst();
        }
    }

    /// The rules at one time.
    ///
    /// @param person absent for those that Tieout brings along
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Version(
            int version,
            List<RuleSetting> rules,
            @Nullable String person,
            @Nullable Instant changedAt,
            String reason) {
        public Version {
            rules = List.copyOf(rules);
        }
    }

    /// What edited rules would change.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Preview(
            int basedOn,
            int lines,
            List<RuleCount> rules,
            List<CategoryCount> categories,
            int changed,
            List<Example> examples) {
        public Preview {
            rules = List.copyOf(rules);
            categories = List.copyOf(categories);
            examples = List.copyOf(examples);
        }
    }

    /// How many matches a rule makes, surely and probably.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record RuleCount(
            String rule, int matchedNow, int matchedThen, int proposedNow, int proposedThen) {}

    /// How many lines are in a category.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record CategoryCount(String category, int now, int then) {}

    /// A line that something else would be said of.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Example(String line, String words, String from, String to) {}

    /// Why something is not possible, and what to do.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Refusal(String why, String remedy) {}

    /// A name that people say is a vendor.
    ///
    /// @param state `LEARNED`, `REVOKED` or `CONTRADICTING`
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Alias(
            String name,
            String vendor,
            String state,
            String why,
            Instant changedAt,
            List<AliasDecision> decisions) {
        public Alias {
            decisions = List.copyOf(decisions);
        }
    }

    /// How people call a row or a document.
    ///
    /// @param detail a document's id in QuickBooks, or empty
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Name(String words, String detail) {
        /// What a line that has no name is called, too.
        public static Name of(@Nullable Name known, String lineId) {
            return known == null ? new Name(lineId, "") : known;
        }
    }

    /// One answer of a person.
    ///
    /// @param deed `CONFIRMED`, `CONTRADICTED` or `REVOKED`
    /// @param record how people call the row
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AliasDecision(
            String person,
            Instant at,
            String deed,
            @Nullable String finding,
            @Nullable String row,
            String reason,
            @Nullable Name record) {}

    /// Two lines that a person took apart.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Separation(
            String sheetLine,
            String booksLine,
            String person,
            Instant separatedAt,
            String reason,
            boolean holds,
            @Nullable String withdrawnBy,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawnReason,
            @Nullable Name sheetRecord,
            @Nullable Name booksRecord) {}

    /// A line with its counterparts, what came nearest, and from what it was taken apart.
    ///
    /// @param records how people call all of them, by their ids
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(
            Standing line,
            List<Standing> counterparts,
            List<Standing> nearest,
            List<Separation> apart,
            @Nullable Map<String, Name> records) {
        public Line {
            counterparts = List.copyOf(counterparts);
            nearest = List.copyOf(nearest);
            apart = List.copyOf(apart);
        }

        public Name name(String lineId) {
            return Name.of(records == null ? null : records.get(lineId), lineId);
        }
    }

    /// What is said of a line of either book.
    ///
    /// @param outcome `MATCHED`, `PROPOSED`, `DEVIATING`, `TIED` or `ALONE`
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Standing(
            String lineId,
            String kind,
            String party,
            String reference,
            String project,
            String description,
            BigDecimal amount,
            String currency,
            LocalDate day,
            String outcome,
            @Nullable String category,
            String rule,
            double score,
            BigDecimal remainder,
            String evidence,
            List<Near> nearest,
            Instant since) {
        public Standing {
            nearest = List.copyOf(nearest);
        }
    }

    /// A line that was considered, and the tests that it failed.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Near(String lineId, double score, List<String> failed) {
        public Near {
            failed = List.copyOf(failed);
        }
    }
}
