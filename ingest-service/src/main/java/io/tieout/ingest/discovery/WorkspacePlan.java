package io.tieout.ingest.discovery;

import io.tieout.connectors.smartsheet.WorkspaceSheet;
import io.tieout.ingest.mapping.SheetMapping;
import io.tieout.model.id.SheetId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What to do after a look into a workspace.
///
/// @param unread sheets whose columns must be read: new ones, and those that lacked a column that
///   they cannot do without
/// @param gone sheets that lie there no more
record WorkspacePlan(List<WorkspaceSheet> unread, Set<SheetId> gone) {
    WorkspacePlan {
        unread = List.copyOf(unread);
        gone = Set.copyOf(gone);
    }

    /// @param found sheets that are mapped because they were found in this workspace
    /// @param mapped all sheets that are mapped, by whatever rule
    static WorkspacePlan of(
            Collection<WorkspaceSheet> listed,
            Collection<SheetMapping> found,
            Collection<SheetMapping> mapped) {
        Set<SheetId> incomplete =
                found.stream()
                        .filter(mapping -> !mapping.isComplete())
                        .map(SheetMapping::sheetId)
                        .collect(Collectors.toSet());
        Set<SheetId> known =
                mapped.stream()
                        .map(SheetMapping::sheetId)
                        .filter(sheet -> !incomplete.contains(sheet))
                        .collect(Collectors.toSet());
        Set<SheetId> present = listed.stream().map(WorkspaceSheet::id).collect(Collectors.toSet());
        return new WorkspacePlan(
                listed.stream().filter(sheet -> !known.contains(sheet.id())).toList(),
                found.stream()
                        .map(SheetMapping::sheetId)
                        .filter(sheet -> !present.contains(sheet))
                        .collect(Collectors.toSet()));
    }
}
