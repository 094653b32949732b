package io.tieout.ingest.hydration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.tieout.connectors.smartsheet.SheetColumn;
import io.tieout.ingest.mapping.ColumnProfile;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.ColumnId;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/// The sheets that are read, and how far.
@ApplicationScoped
class Sheets {
    private static final TypeReference<List<SheetColumn>> COLUMNS = new TypeReference<>() {};
    private static final TypeReference<Map<ColumnId, ColumnProfile>> PROFILES =
            new TypeReference<>() {};

    private final Jdbi jdbi;

    Sheets(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A new sheet begins with the wish to be read whole.
    void connect(SheetId sheet, Instant now) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                INSERT INTO sheets (sheet_id, connected_at, whole_wanted)
                                VALUES (:sheet, :now, nextval('marks')) ON CONFLICT DO NOTHING\
                                """)
                        .bind("sheet", sheet.value())
                        .bind("now", now)
                        .execute());
    }

    void wantWhole(SheetId sheet) {
        want(sheet, "whole_wanted");
    }

    void wantSweep(SheetId sheet) {
        want(sheet, "sweep_wanted");
    }

    private void want(SheetId sheet, String column) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE sheets SET "
                                        + column
                                        + " = nextval('marks') WHERE sheet_id = :sheet")
                        .bind("sheet", sheet.value())
                        .execute());
    }

    Optional<SheetState> find(SheetId sheet) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT * FROM sheets WHERE sheet_id = :sheet")
                        .bind("sheet", sheet.value())
                        .map((rs, _) ->
                                new SheetState(
                                        rs.getTimestamp("connected_at").toInstant(),
                                        rs.getLong("whole_wanted"),
                                        rs.getLong("whole_done"),
                                        rs.getLong("sweep_wanted"),
                                        rs.getLong("sweep_done"),
                                        rs.getBoolean("fits"),
                                        read(rs.getString("known_columns"), COLUMNS),
                                        read(rs.getString("profiles"), PROFILES),
                                        SqlInstant.of(rs, "profiled_at"),
                                        SqlInstant.of(rs, "whole_read_at"),
                                        SqlInstant.of(rs, "swept_at"),
                                        rs.getLong("swept_version")))
                        .findOne());
    }

    /// @param readAt when the reading began
    void readWhole(SheetId sheet, ReadPlan.Whole plan, long version, Instant readAt) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE sheets SET whole_done = :whole, sweep_done = :sweep, whole_read_at = :at,
                                       swept_at = :at, swept_version = :version WHERE sheet_id = :sheet\
                                """)
                        .bind("whole", plan.wholeMark())
                        .bind("sweep", plan.sweepMark())
                        .bind("at", readAt)
                        .bind("version", version)
                        .bind("sheet", sheet.value())
                        .execute());
    }

    void swept(SheetId sheet, long mark, long version, Instant readAt) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE sheets SET sweep_done = :mark, swept_at = :at, swept_version = :version
                                WHERE sheet_id = :sheet\
                                """)
                        .bind("mark", mark)
                        .bind("at", readAt)
                        .bind("version", version)
                        .bind("sheet", sheet.value())
                        .execute());
    }

    /// Its version was asked for, whatever it is.
    void compared(SheetId sheet, Instant askedAt) {
        jdbi.useHandle(handle ->
                handle.createUpdate("UPDATE sheets SET compared_at = :at WHERE sheet_id = :sheet")
                        .bind("at", askedAt)
                        .bind("sheet", sheet.value())
                        .execute());
    }

    /// Nothing but our own writes happened up to this version.
    void sweptTo(SheetId sheet, long version) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE sheets SET swept_version = GREATEST(swept_version, :version) WHERE sheet_id = :sheet")
                        .bind("version", version)
                        .bind("sheet", sheet.value())
                        .execute());
    }

    /// @param readAt when the reading began
    void fits(
            SheetId sheet,
            List<SheetColumn> columns,
            Map<ColumnId, ColumnProfile> profiles,
            Instant readAt) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                """
                                UPDATE sheets SET fits = true, known_columns = :columns, profiles = :profiles, profiled_at = :at
                                WHERE sheet_id = :sheet\
                                """)
                        .bind("columns", WireJson.text(columns))
                        .bind("profiles", WireJson.text(profiles))
                        .bind("at", readAt)
                        .bind("sheet", sheet.value())
                        .execute());
    }

    /// What the columns were like counts no more: the mapping has been changed since.
    void forgetColumns(SheetId sheet) {
        jdbi.useHandle(handle ->
                handle.createUpdate(
                                "UPDATE sheets SET known_columns = '[]', profiles = '{}' WHERE sheet_id = :sheet")
                        .bind("sheet", sheet.value())
                        .execute());
    }

    void doesNotFit(SheetId sheet) {
        jdbi.useHandle(handle ->
                handle.createUpdate("UPDATE sheets SET fits = false WHERE sheet_id = :sheet")
                        .bind("sheet", sheet.value())
                        .execute());
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return WireJson.mapper().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read what is stored of a sheet", e);
        }
    }
}
