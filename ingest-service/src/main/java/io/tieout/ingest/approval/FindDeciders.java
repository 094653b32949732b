package io.tieout.ingest.approval;

import io.tieout.ingest.rights.GroupRoles;
import io.tieout.ingest.rights.KnownRights;
import io.tieout.ingest.rights.SheetRights;
import io.tieout.model.id.SheetId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds out who may decide in the sheets of a draft. Rights count as they were after the last cell
/// was set.
@ApplicationScoped
class FindDeciders {
    private final People people;
    private final GroupRoles groupRoles;
    private final KnownRights knownRights;

    FindDeciders(People people, GroupRoles groupRoles, KnownRights knownRights) {
        this.people = people;
        this.groupRoles = groupRoles;
        this.knownRights = knownRights;
    }

    /// Absent while the rights are still being read.
    Optional<Deciders> of(Collection<CellAuthor> authors) {
        Instant last =
                authors.stream()
                        .map(CellAuthor::writtenAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        Map<SheetId, SheetRights> rights = new HashMap<>();
        for (CellAuthor author : authors) {
            SheetId sheet = author.row().sheetId();
            if (!rights.containsKey(sheet)) {
                Optional<SheetRights> known = knownRights.since(sheet, last);
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                rights.put(sheet, known.get());
            }
        }
        return Optional.of(new Deciders(people, groupRoles, rights));
    }
}
