package io.tieout.ingest.rights;

import io.tieout.connectors.smartsheet.Share;
import io.tieout.connectors.smartsheet.SheetGroup;
import io.tieout.model.decision.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who may edit a sheet and who is in which group, as Smartsheet said. Pure.
///
/// @param readAt before the first question: what changed afterwards is not in here
/// @param levels how each person has access, by e-mail in lower case
/// @param complete false when some shares could not be resolved to people
/// @param members of the groups that give roles, by the group's name
/// @param problem why those groups are not known; absent when they are
public record SheetRights(
        Instant readAt,
        Map<String, Set<String>> levels,
        boolean complete,
        Map<String, Set<String>> members,
        @Nullable String problem) {
    /// A level that is not in here is one that the vendor added; it is not held against anybody.
    private static final Set<String> CANNOT_EDIT = Set.of("VIEWER", "COMMENTER");

    public SheetRights {
        levels = Map.copyOf(levels);
        members = Map.copyOf(members);
    }

    /// @param shares of the sheet and of its workspace
    /// @param groups those that could be read, with their members
    /// @param roleGroups names of the groups that give roles
    static SheetRights of(
            Instant readAt,
            Collection<Share> shares,
            boolean sharesComplete,
            Collection<SheetGroup> groups,
            Set<String> roleGroups,
            @Nullable String problem) {
        Map<String, Set<String>> byId =
                groups.stream()
                        .collect(
                                Collectors.toMap(SheetGroup::id, SheetRights::people, (a, _) -> a));
        Map<String, Set<String>> levels = new TreeMap<>();
        boolean complete = sharesComplete;
        for (Share share : shares) {
            List<String> people = new ArrayList<>();
            if (share.email() != null && share.groupId() == null) {
                people.add(key(share.email()));
            } else if (share.groupId() != null && byId.containsKey(share.groupId())) {
                people.addAll(byId.get(share.groupId()));
            } else {
                complete = false;
            }
            people.forEach(person ->
                    levels.computeIfAbsent(person, _ -> new TreeSet<>()).add(share.accessLevel()));
        }
        return new SheetRights(
                readAt,
                levels,
                complete,
                groups.stream()
                        .filter(group -> roleGroups.contains(group.name()))
                        .collect(
                                Collectors.toMap(
                                        SheetGroup::name, SheetRights::people, (a, _) -> a)),
                problem);
    }

    /// Why this person does not hold the role in this sheet, in words; absent when nothing is
    /// against it.
    ///
    /// @param groups that give the role; none: the role is given otherwise
    public Optional<String> objection(String email, Role role, Set<String> groups) {
        Set<String> held = levels.getOrDefault(key(email), Set.of());
        if (held.isEmpty() && complete) {
            return Optional.of("The sheet is not shared with " + email + " any more.");
        }
        if (!held.isEmpty() && CANNOT_EDIT.containsAll(held)) {
            return Optional.of(email + " may look at the sheet, but not edit it any more.");
        }
        if (groups.isEmpty() || isMember(email, groups)) {
            return Optional.empty();
        }
        return Optional.of(notIn(email, role, groups));
    }

    private boolean isMember(String email, Set<String> groups) {
        return groups.stream()
                .anyMatch(group -> members.getOrDefault(group, Set.of()).contains(key(email)));
    }

    private String notIn(String email, Role role, Set<String> groups) {
        String named =
                groups.stream().sorted().map("“%s”"::formatted).collect(Collectors.joining(" or "));
        String gives = role.name().toLowerCase(Locale.ROOT) + " role";
        if (problem != null) {
            return "The members of Smartsheet's group %s hold the %s, and Tieout could not read who they are: %s."
                    .formatted(named, gives, problem);
        }
        return groups.stream().noneMatch(members::containsKey)
                ? "Members of Smartsheet's group %s hold the %s, and there is no such group."
                        .formatted(named, gives)
                : "%s is not in Smartsheet's group %s, whose members hold the %s."
                        .formatted(email, named, gives);
    }

    private static Set<String> people(SheetGroup group) {
        return group.members().stream().map(SheetRights::key).collect(Collectors.toSet());
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
