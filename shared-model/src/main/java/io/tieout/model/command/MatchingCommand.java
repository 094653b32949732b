package io.tieout.model.command;

import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person decides about how the two books are matched.
public sealed interface MatchingCommand extends CommandEvent {
    RealmId realmId();

    /// Match by these rules from now on.
    ///
    /// @param basedOn the version that the person saw; an edit of an older one is refused
    record MatchRulesEdited(
            String person,
            Instant at,
            RealmId realmId,
            int basedOn,
            List<RuleSetting> rules,
            String reason)
            implements MatchingCommand {
        public MatchRulesEdited {
            rules = List.copyOf(rules);
        }
    }

    /// A name in a sheet is this vendor of the books.
    ///
    /// @param name as written in the sheet
    /// @param vendor as the books name it
    /// @param findingId what the person was looking at
    /// @param row the row that writes the name so
    record AliasConfirmed(
            String person,
            Instant at,
            RealmId realmId,
            String name,
            String vendor,
            @Nullable FindingId findingId,
            @Nullable RowRef row)
            implements MatchingCommand {}

    /// A name is no longer taken for this vendor.
    record AliasRevoked(
            String person, Instant at, RealmId realmId, String name, String vendor, String reason)
            implements MatchingCommand {}

    /// These two lines do not belong together, whatever they look like.
    ///
    /// @param sheetLine sheet and row
    /// @param booksLine the document's type, id and, where it has several, line
    record Unmatched(
            String person,
            Instant at,
            RealmId realmId,
            String sheetLine,
            String booksLine,
            String reason)
            implements MatchingCommand {}

    /// These two lines may be matched again.
    record SeparationWithdrawn(
            String person,
            Instant at,
            RealmId realmId,
            String sheetLine,
            String booksLine,
            String reason)
            implements MatchingCommand {}
}
