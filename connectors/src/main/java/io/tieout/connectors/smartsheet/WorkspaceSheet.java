package io.tieout.connectors.smartsheet;

import io.tieout.model.id.SheetId;

/// A sheet that lies in a workspace.
public record WorkspaceSheet(SheetId id, String name) {}
