package io.tieout.ingest.approval;

import io.tieout.ingest.rights.GroupRoles;
import io.tieout.ingest.rights.SheetRights;
import io.tieout.model.decision.Role;
import io.tieout.model.id.SheetId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who may decide in the sheets of a draft: by a role of their own or by a group that gives it, and
/// only who may edit the sheet. Pure.
///
/// @param rights of each sheet that has rows of the draft
record Deciders(People people, GroupRoles groupRoles, Map<SheetId, SheetRights> rights) {
    Deciders {
        rights = Map.copyOf(rights);
    }

    /// Why this person may not, in words; absent when nothing is against it.
    @Nullable String objection(String email, Role role, SheetId sheet) {
        Set<String> groups = groupRoles.giving(role);
        if (groups.isEmpty()) {
            Optional<People.Person> person = people.find(email);
            if (person.isEmpty()) {
                return email + " is not known to Tieout as a person who may decide.";
            }
            if (!person.get().roles().contains(role)) {
                return email
                        + " does not hold the "
                        + role.name().toLowerCase(Locale.ROOT)
                        + " role.";
            }
        }
        SheetRights known = rights.get(sheet);
        if (known == null) {
            throw new IllegalStateException("The rights of sheet " + sheet + " were not read");
        }
        return known.objection(email, role, groups).orElse(null);
    }
}
