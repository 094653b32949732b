package io.tieout.connectors.smartsheet;

import java.util.List;

/// People who are shared with together; lists of groups come without members.
public record SheetGroup(String id, String name, List<String> members) {
    public SheetGroup {
        members = List.copyOf(members);
    }
}
