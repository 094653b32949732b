package io.tieout.twin.smartsheet.sheet;

import java.util.List;

/// A folder of sheets that passes its own shares on to them.
public record Workspace(long id, String name, List<Share> shares) {
    public Workspace {
        shares = List.copyOf(shares);
    }
}
