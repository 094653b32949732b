package io.tieout.connectors.smartsheet;

import io.tieout.model.id.ColumnId;
import io.tieout.model.id.RowId;
import io.tieout.model.id.SheetId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a sheet in as few calls as the URL's length and the page size allow, and puts the parts
/// together.
final class SheetReader {
    private static final int ATTEMPTS = 3;

    private final Function<Part, Optional<SheetSnapshot>> call;
    private final int rowsPerRead;
    private final int pageSize;

    /// @param call reads one part; empty when the sheet has no newer version than asked for
    SheetReader(Function<Part, Optional<SheetSnapshot>> call, int rowsPerRead, int pageSize) {
        this.call = call;
        this.rowsPerRead = rowsPerRead;
        this.pageSize = pageSize;
    }

    Optional<SheetSnapshot> read(SheetRequest request, @Nullable Long ifVersionAfter) {
        if (!request.rowIds().isEmpty()) {
            return namedRows(request, ifVersionAfter);
        }
        if (request.rowsModifiedSince() != null) {
            return call.apply(Part.of(request, request.rowIds(), ifVersionAfter));
        }
        return wholeSheet(request, ifVersionAfter);
    }

    private Optional<SheetSnapshot> namedRows(SheetRequest request, @Nullable Long ifVersionAfter) {
        List<SheetSnapshot> read = new ArrayList<>();
        List<RowId> ids = request.rowIds();
        for (int from = 0; from < ids.size(); from += rowsPerRead) {
            List<RowId> some = ids.subList(from, Math.min(ids.size(), from + rowsPerRead));
            Optional<SheetSnapshot> part =
                    call.apply(Part.of(request, some, from == 0 ? ifVersionAfter : null));
            if (part.isEmpty()) {
                return Optional.empty();
            }
            read.add(part.get());
        }
        return Optional.of(joined(read, true));
    }

    /// A row that moves while pages are read can fall between them, so a change of version begins
    /// the reading anew; a sheet that never rests is returned as not consistent.
    private Optional<SheetSnapshot> wholeSheet(
            SheetRequest request, @Nullable Long ifVersionAfter) {
        List<SheetSnapshot> pages = List.of();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            pages = pages(request, attempt == 1 ? ifVersionAfter : null);
            if (pages.isEmpty()) {
                return Optional.empty();
            }
            if (pages.stream().mapToLong(SheetSnapshot::version).distinct().count() == 1) {
                return Optional.of(joined(pages, true));
            }
        }
        return Optional.of(joined(pages, false));
    }

    private List<SheetSnapshot> pages(SheetRequest request, @Nullable Long ifVersionAfter) {
        List<SheetSnapshot> pages = new ArrayList<>();
        int total = 0;
        for (int page = 1; page == 1 || (page - 1) * pageSize < total; page++) {
            Part part = Part.of(request, List.of(), page == 1 ? ifVersionAfter : null);
            Optional<SheetSnapshot> read = call.apply(part.page(page, pageSize));
            if (read.isEmpty()) {
                return List.of();
            }
            pages.add(read.get());
            total = read.get().totalRowCount();
        }
        return pages;
    }

    private static SheetSnapshot joined(List<SheetSnapshot> parts, boolean consistent) {
        SheetSnapshot first = parts.getFirst();
        if (parts.size() == 1) {
            return first;
        }
        Map<RowId, SheetRow> rows = new LinkedHashMap<>();
        parts.forEach(part -> part.rows().forEach(row -> rows.put(row.id(), row)));
        return new SheetSnapshot(
                first.id(),
                first.name(),
                parts.stream().mapToLong(SheetSnapshot::version).min().orElseThrow(),
                parts.getLast().totalRowCount(),
                consistent,
                first.columns(),
                List.copyOf(rows.values()));
    }

    /// One call's worth of a sheet, in the query's own form.
    record Part(
            SheetId sheet,
            @Nullable String rowIds,
            @Nullable String columnIds,
            @Nullable String rowsModifiedSince,
            @Nullable Long ifVersionAfter,
            @Nullable Integer page,
            @Nullable Integer pageSize) {
        static Part of(SheetRequest request, List<RowId> rows, @Nullable Long ifVersionAfter) {
            return new Part(
                    request.sheetId(),
                    rows.isEmpty()
                            ? null
                            : rows.stream().map(RowId::value).collect(Collectors.joining(",")),
                    request.columnIds().isEmpty()
                            ? null
                            : request.columnIds().stream()
                                    .map(ColumnId::value)
                                    .collect(Collectors.joining(",")),
                    request.rowsModifiedSince() == null
                            ? null
                            : request.rowsModifiedSince()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString(),
                    ifVersionAfter,
                    null,
                    null);
        }

        Part page(int number, int size) {
            return new Part(
                    sheet, rowIds, columnIds, rowsModifiedSince, ifVersionAfter, number, size);
        }
    }
}
