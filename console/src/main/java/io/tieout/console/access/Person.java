package io.tieout.console.access;

import io.tieout.model.decision.Role;
import java.util.Set;
import java.util.stream.Collectors;

/// Somebody who is signed in, and what they may do.
public record Person(String email, String name, Set<Role> roles) {
    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// Decisions move money: finance and approvers take them, nobody else does.
    public boolean mayDecide() {
        return is(Role.FINANCE) || is(Role.APPROVER);
    }

    /// A dead letter is sent again by those who run the system.
    public boolean mayRedrive() {
        return is(Role.OPERATOR) || is(Role.ADMIN);
    }

    /// Exceptions are looked after by all but those who may only look.
    public boolean mayHandle() {
        return mayDecide() || mayRedrive();
    }

    /// `finance and approver`, for sentences.
    public String rolesInWords() {
        return roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(" and "));
    }
}
