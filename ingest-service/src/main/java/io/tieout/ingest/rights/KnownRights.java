package io.tieout.ingest.rights;

import io.tieout.ingest.LaneKinds;
import io.tieout.kit.json.WireJson;
import io.tieout.kit.lane.Lane;
import io.tieout.kit.lane.Lanes;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The rights of each sheet as they were read last.
@ApplicationScoped
public class KnownRights {
    private final Jdbi jdbi;
    private final Lanes lanes;
    private final Clock clock;

    KnownRights(Jdbi jdbi, Lanes lanes, Clock clock) {
        this.jdbi = jdbi;
        this.lanes = lanes;
        this.clock = clock;
    }

    /// What was read of the sheet at `since` or later; when nothing was, it is read as soon as that
    /// is so: should Smartsheet's clock be ahead of ours, reading earlier would not help.
    @Transactional
    public Optional<SheetRights> since(SheetId sheet, Instant since) {
        Optional<SheetRights> known =
                jdbi.withHandle(handle ->
                        handle.createQuery(
                                        "SELECT rights FROM sheet_rights WHERE sheet_id = :sheet AND read_at >= :since")
                                .bind("sheet", sheet.value())
                                .bind("since", since)
                                .map((rs, _) ->
                                        WireJson.read(rs.getString("rights"), SheetRights.class))
                                .findOne());
        if (known.isEmpty()) {
            Instant now = clock.instant();
            lanes.wake(LaneKinds.RIGHTS, sheet.value(), since.isAfter(now) ? since : now);
        }
        return known;
    }

    @Transactional
    void put(Lane lane, SheetId sheet, SheetRights rights) {
        lanes.confirm(lane);
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO sheet_rights (sheet_id, read_at, rights) VALUES (:sheet, :at, :rights)
                                ON CONFLICT (sheet_id) DO UPDATE SET read_at = excluded.read_at, rights = excluded.rights\
                                """)
                        .bind("sheet", sheet.value())
                        .bind("at", rights.readAt())
                        .bind("rights", WireJson.text(rights))
                        .execute());
    }
}
