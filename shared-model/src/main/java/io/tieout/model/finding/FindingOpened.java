package io.tieout.model.finding;

import io.tieout.model.id.FindingId;
import io.tieout.model.id.ProposalId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import io.tieout.model.money.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a person should know, with what to do about it.
///
/// @param raisedBy the service, by its consumer group's name
/// @param title one line that names the thing
/// @param detail what was found, with figures
/// @param remedy what to do, and what happens by itself then
/// @param candidates nearest counterparts, best first; empty when it is not about a missing one
/// @param explained the same in a model's words; absent where the template stands
public record FindingOpened(
        FindingId findingId,
        RealmId realmId,
        FindingKind kind,
        Severity severity,
        String raisedBy,
        List<RowRef> rows,
        @Nullable ProposalId proposalId,
        String title,
        String detail,
        String remedy,
        List<Candidate> candidates,
        @Nullable Money amount,
        Instant openedAt,
        @Nullable Explained explained)
        implements FindingEvent {
    public FindingOpened {
        rows = List.copyOf(rows);
        candidates = List.copyOf(candidates);
    }

    /// In the template's words.
    public FindingOpened(
            FindingId findingId,
            RealmId realmId,
            FindingKind kind,
            Severity severity,
            String raisedBy,
            List<RowRef> rows,
            @Nullable ProposalId proposalId,
            String title,
            String detail,
            String remedy,
            List<Candidate> candidates,
            @Nullable Money amount,
            Instant openedAt) {
        this(
                findingId,
                realmId,
                kind,
                severity,
                raisedBy,
                rows,
                proposalId,
                title,
                detail,
                remedy,
                candidates,
                amount,
                openedAt,
                null);
    }

    /// The same in other words.
    public FindingOpened explained(@Nullable Explained words) {
        return new FindingOpened(
                findingId,
                realmId,
                kind,
                severity,
                raisedBy,
                rows,
                proposalId,
                title,
                detail,
                remedy,
                candidates,
                amount,
                openedAt,
                words);
    }
}
