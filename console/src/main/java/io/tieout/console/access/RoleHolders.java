package io.tieout.console.access;

import io.tieout.model.decision.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Who holds which role, by name.
@ApplicationScoped
public class RoleHolders {
    private final People people;

    RoleHolders(People people) {
        this.people = people;
    }

    public List<String> names(Role role) {
        return people.all().stream()
                .filter(entry -> entry.roles().contains(role))
                .map(People.Entry::name)
                .sorted()
                .toList();
    }
}
