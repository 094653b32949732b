package io.tieout.twin.smartsheet.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row and the history of its cells. Guarded by its sheet.
public final class Row {
    static final int HISTORY_MAX = 200;

    final long id;
    final Instant createdAt;
    final String createdBy;
    Instant modifiedAt;
    String modifiedBy;
    boolean locked;
    boolean expanded = true;
    @Nullable Long parentId;
    final Map<Long, List<CellVersion>> cells = new HashMap<>();

    Row(long id, Instant now, String by) {
        this.id = id;
        this.createdAt = now;
        this.createdBy = by;
        this.modifiedAt = now;
        this.modifiedBy = by;
    }

    @SuppressWarnings("unused") // read back from a snapshot
    private Row() {
        this(0, Instant.EPOCH, "");
    }

    public long id() {
        return id;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }

    public String modifiedBy() {
        return modifiedBy;
    }

    public CellValue cell(long columnId) {
        var versions = cells.get(columnId);
        return versions == null ? CellValue.EMPTY : versions.getLast().value();
    }

    /// Newest first.
    List<CellVersion> history(long columnId) {
        return cells.getOrDefault(columnId, List.of()).reversed();
    }

    /// Whether the cell now shows something else.
    boolean set(long columnId, CellValue value, Instant now, String by) {
        if (cell(columnId).equals(value)) {
            return false;
        }
        var versions = cells.computeIfAbsent(columnId, _ -> new ArrayList<>());
        versions.add(new CellVersion(value, now, by));
        if (versions.size() > HISTORY_MAX) {
            versions.removeFirst();
        }
        return true;
    }
}
