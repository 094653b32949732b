package io.tieout.twin.smartsheet.sheet;

import java.util.List;

/// People who are shared with together.
public record Group(long id, String name, String description, List<String> members) {
    public Group {
        members = List.copyOf(members);
    }
}
