package io.tieout.invoice.drafts;

import io.tieout.invoice.rows.WorkGroup;
import org.jspecify.annotations.Nullable;

/// Names a project across realms, for counting its hours.
final class ProjectKey {
    private ProjectKey() {}

    static @Nullable String of(WorkGroup group) {
        String project = group.projectKey();
        return project == null ? null : group.realmId() + ":" + project;
    }
}
