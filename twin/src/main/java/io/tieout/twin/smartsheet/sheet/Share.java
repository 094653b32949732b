package io.tieout.twin.smartsheet.sheet;

/// Who may do what with a sheet; a group's share is its members'.
public record Share(String id, boolean group, long granteeId, Level level) {
    /// The vendor's access levels, from least to most.
    public enum Level {
        VIEWER,
        COMMENTER,
        EDITOR,
        EDITOR_SHARE,
        ADMIN,
        OWNER
    }
}
