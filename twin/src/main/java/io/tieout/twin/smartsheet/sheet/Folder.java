package io.tieout.twin.smartsheet.sheet;

import org.jspecify.annotations.Nullable;

/// A folder in a workspace, or in another folder of it.
public record Folder(long id, String name, long workspaceId, @Nullable Long parentId) {}
