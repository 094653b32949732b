package io.tieout.ingest.hydration;

import io.tieout.connectors.smartsheet.Discussion;
import io.tieout.connectors.smartsheet.SheetRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/// Keeps the whole text of comments by its hash, so that evidence can be read after the comment is
/// edited or deleted.
@ApplicationScoped
class KeepTexts {
    private final Jdbi jdbi;
    private final Clock clock;

    KeepTexts(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(SheetRow row) {
        for (Discussion.Comment comment : Surroundings.said(row)) {
            jdbi.useHandle(handle ->
                    handle.createUpdate(
                                    """
                                    INSERT INTO documents.documents (hash, media_type, bytes, stored_at)
                                    VALUES (:hash, 'text/plain;charset=UTF-8', :bytes, :now) ON CONFLICT DO NOTHING\
                                    """)
                            .bind("hash", Surroundings.hash(comment.text()))
                            .bind("bytes", comment.text().getBytes(StandardCharsets.UTF_8))
                            .bind("now", clock.instant())
                            .execute());
        }
    }
}
