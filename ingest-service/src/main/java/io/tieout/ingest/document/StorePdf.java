package io.tieout.ingest.document;

import io.tieout.kit.json.CanonicalJson;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/// Keeps a PDF by the hash of its bytes, and as its invoice's newest.
@ApplicationScoped
class StorePdf {
    private final Lanes lanes;
    private final DuePdfs duePdfs;
    private final Jdbi jdbi;
    private final Clock clock;

    StorePdf(Lanes lanes, DuePdfs duePdfs, Jdbi jdbi, Clock clock) {
        this.lanes = lanes;
        this.duePdfs = duePdfs;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    @Transactional
    void store(Lane lane, DuePdf due, byte[] pdf) {
        lanes.confirm(lane);
        String hash = CanonicalJson.sha256(pdf);
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            INSERT INTO documents.documents (hash, media_type, bytes, stored_at)
                            VALUES (:hash, 'application/pdf', :bytes, :now) ON CONFLICT DO NOTHING\
                            """)
                    .bind("hash", hash)
                    .bind("bytes", pdf)
                    .bind("now", clock.instant())
                    .execute();
            handle.createUpdate(
                            """
                            INSERT INTO documents.invoice_pdfs AS p (realm, invoice_id, proposal_id, hash, sync_token)
                            VALUES (:realm, :invoice, :proposal, :hash, :token)
                            ON CONFLICT (realm, invoice_id) DO UPDATE
                            SET proposal_id = excluded.proposal_id, hash = excluded.hash, sync_token = excluded.sync_token
                            WHERE p.sync_token <= excluded.sync_token\
                            """)
                    .bind("realm", due.realm().value())
                    .bind("invoice", due.invoice().value())
                    .bind("proposal", due.proposal())
                    .bind("hash", hash)
                    .bind("token", due.syncToken())
                    .execute();
        });
        duePdfs.done(due);
    }

    /// The invoice is gone; there is nothing to fetch any more.
    @Transactional
    void drop(Lane lane, DuePdf due) {
        lanes.confirm(lane);
        duePdfs.done(due);
    }
}
