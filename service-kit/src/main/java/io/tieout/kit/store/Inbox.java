package io.tieout.kit.store;

import io.tieout.model.id.EventId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/// Which events have been worked on already. Recorded in the same transaction as the work, so that
/// an event delivered ten times is worked on once.
@ApplicationScoped
public class Inbox {
    private final Jdbi jdbi;

    public Inbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Records the event; false if it was there before.
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean firstTime(EventId event) {
        return jdbi.withHandle(handle ->
                handle.createUpdate(
                                "INSERT INTO inbox (event_id) VALUES (:id) ON CONFLICT DO NOTHING")
                        .bind("id", event.value())
                        .execute())
                == 1;
    }
}
