package io.tieout.console.access;

import io.tieout.model.decision.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who holds which role, by name.
@ApplicationScoped
public class RoleHolders {
    private final People people;

    RoleHolders(People people) {
        this.people = people;
    }

    /// Those who may look after exceptions, by name.
    public List<Person> handlers() {
        return people.all().stream()
                .map(entry -> new Person(entry.email(), entry.name(), entry.roles()))
                .filter(Person::mayHandle)
                .sorted(java.util.Comparator.comparing(Person::name))
                .toList();
    }

    /// Whether this is the address of somebody who may look after exceptions.
    public boolean handles(@Nullable String email) {
        return email != null && people.find(email).filter(Person::mayHandle).isPresent();
    }

    /// What somebody is called; who is not known here any more, by the address.
    public String name(String email) {
        return people.find(email).map(Person::name).orElse(email);
    }

    public List<String> names(Role role) {
        return people.all().stream()
                .filter(entry -> entry.roles().contains(role))
                .map(People.Entry::name)
                .sorted()
                .toList();
    }
}
