package io.tieout.twin.smartsheet.sheet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// A sheet with its rows, talk and files. Guarded by its own monitor; every change raises its
/// version.
public final class Sheet {
    static final int CELLS_MAX = 500_000;

    private final long id;
    private String name;
    private String owner;
    private @Nullable Long workspaceId;
    private @Nullable Long folderId;
    private final Instant createdAt;
    private long version = 1;
    private Instant modifiedAt;
    private final List<Column> columns = new ArrayList<>();
    private final LinkedHashMap<Long, Row> rows = new LinkedHashMap<>();
    private final List<Discussion> discussions = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final List<Share> shares = new ArrayList<>();

    /// Only one call at a time may write a sheet; another gets 4004.
    private final transient Semaphore writer = new Semaphore(1);

    public Sheet(long id, String name, String owner, Instant createdAt) {
        this.id = id;
        this.name = name;
        this.owner = owner;
        this.createdAt = createdAt;
        this.modifiedAt = createdAt;
    }

    @SuppressWarnings("unused") // read back from a snapshot
    private Sheet() {
        this(0, "", "", Instant.EPOCH);
    }

    public long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public void rename(String newName) {
        name = newName;
    }

    public String owner() {
        return owner;
    }

    public void owner(String newOwner) {
        owner = newOwner;
    }

    /// The workspace that it lies in, if any.
    public @Nullable Long workspaceId() {
        return workspaceId;
    }

    public void moveTo(long newWorkspaceId) {
        workspaceId = newWorkspaceId;
        folderId = null;
    }

    /// The folder of its workspace that it lies in, if any.
    public @Nullable Long folderId() {
        return folderId;
    }

    public void moveTo(Folder folder) {
        workspaceId = folder.workspaceId();
        folderId = folder.id();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant modifiedAt() {
        return modifiedAt;
    }

    public long version() {
        return version;
    }

    public Semaphore writer() {
        return writer;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Share> shares() {
        return shares;
    }

    public List<Discussion> discussions() {
        return discussions;
    }

    public List<Attachment> attachments() {
        return attachments;
    }

    public Collection<Row> rows() {
        return rows.values();
    }

    public @Nullable Row row(long rowId) {
        return rows.get(rowId);
    }

    public @Nullable Column column(long columnId) {
        return columns.stream().filter(one -> one.id() == columnId).findFirst().orElse(null);
    }

    public @Nullable Column column(String title) {
        return columns.stream().filter(one -> one.title().equals(title)).findFirst().orElse(null);
    }

    boolean isAdmin(Person person) {
        return person.email().equals(owner)
                || shares.stream()
                        .anyMatch(share ->
                                !share.group()
                                        && share.granteeId() == person.id()
                                        && share.level().compareTo(Share.Level.ADMIN) >= 0);
    }

    /// What a change leaves behind: the new version, and what the callbacks will tell.
    public void changed(Instant now) {
        version++;
        modifiedAt = now;
    }

    void insert(Row row, RowPatch.Location location) {
        if ((long) (rows.size() + 1) * columns.size() > CELLS_MAX) {
            throw SmartsheetFault.bad(5502, "The sheet would exceed its maximum of cells.");
        }
        place(row, location);
    }

    void place(Row row, RowPatch.Location location) {
        rows.remove(row.id);
        if (!location.given()) {
            rows.put(row.id, row);
            return;
        }
        var sibling = location.siblingId() == null ? null : rows.get(location.siblingId());
        if (sibling != null) {
            row.parentId = sibling.parentId;
        } else if (location.given()) {
            row.parentId = location.parentId();
        }
        List<Row> order = new ArrayList<>(rows.values());
        order.add(index(order, location), row);
        rows.clear();
        order.forEach(one -> rows.put(one.id, one));
    }

    private static int index(List<Row> order, RowPatch.Location location) {
        if (location.siblingId() != null) {
            var at = find(order, location.siblingId());
            return location.above() ? at : at + 1;
        }
        if (location.parentId() != null) {
            var parent = location.parentId();
            var at = find(order, parent) + 1;
            while (location.toBottom()
                    && at < order.size()
                    && parent.equals(order.get(at).parentId)) {
                at++;
            }
            return at;
        }
        return location.toTop() ? 0 : order.size();
    }

    private static int find(List<Row> order, long rowId) {
        for (int i = 0; i < order.size(); i++) {
            if (order.get(i).id == rowId) {
                return i;
            }
        }
        return order.size() - 1;
    }

    /// Takes a row away with everything that hangs on it, children too.
    List<Long> remove(long rowId) {
        List<Long> gone = new ArrayList<>();
        gone.add(rowId);
        for (var child : List.copyOf(rows.values())) {
            if (child.parentId != null && child.parentId == rowId) {
                gone.addAll(remove(child.id));
            }
        }
        rows.remove(rowId);
        discussions.removeIf(one -> one.rowId() != null && one.rowId() == rowId);
        attachments.removeIf(one -> one.rowId() != null && one.rowId() == rowId);
        return gone;
    }

    void replace(Column column) {
        columns.replaceAll(one -> one.id() == column.id() ? column : one);
    }

    void drop(Column column) {
        columns.remove(column);
        rows.values().forEach(row -> row.cells.remove(column.id()));
    }

    /// One-based, as the vendor numbers rows.
    Map<Long, Integer> numbers() {
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        for (var rowId : rows.keySet()) {
            numbers.put(rowId, numbers.size() + 1);
        }
        return numbers;
    }
}
