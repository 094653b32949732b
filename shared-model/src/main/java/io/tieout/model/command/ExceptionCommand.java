package io.tieout.model.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a person does about an open finding, which is an exception in the queue.
public sealed interface ExceptionCommand extends CommandEvent {
    RealmId realmId();

    FindingId findingId();

    @JsonIgnore
    default String key() {
        return realmId() + ":" + findingId();
    }

    /// From now on this person looks after it.
    ///
    /// @param owner e-mail address; absent for nobody
    record ExceptionAssigned(
            String person, Instant at, RealmId realmId, FindingId findingId, @Nullable String owner)
            implements ExceptionCommand {}

    /// Something to remember about it.
    record ExceptionCommented(
            String person, Instant at, RealmId realmId, FindingId findingId, String comment)
            implements ExceptionCommand {}

    /// It is to be settled by this day.
    ///
    /// @param due absent for the day that its severity gives it
    record ExceptionDueSet(
            String person,
            Instant at,
            RealmId realmId,
            FindingId findingId,
            @Nullable LocalDate due)
            implements ExceptionCommand {}

    /// It is accepted as it is, and leaves the queue until it says something else.
    ///
    /// @param seen what the person saw, as the console fingerprints it
    record ExceptionResolved(
            String person,
            Instant at,
            RealmId realmId,
            FindingId findingId,
            String reason,
            String seen)
            implements ExceptionCommand {}

    /// What was accepted goes back into the queue.
    record ExceptionReopened(String person, Instant at, RealmId realmId, FindingId findingId)
            implements ExceptionCommand {}
}
