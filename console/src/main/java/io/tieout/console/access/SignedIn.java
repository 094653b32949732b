package io.tieout.console.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.tieout.model.decision.Role;
import jakarta.enterprise.context.RequestScoped;
import java.util.stream.Collectors;

/// The person behind the present request.
@RequestScoped
public class SignedIn {
    private static final String PERSON = "person";

    private final SecurityIdentity identity;

    SignedIn(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// Refuses an anonymous request; the paths that allow one never ask.
    public Person person() {
        Person person = identity.getAttribute(PERSON);
        if (person == null) {
            throw new io.quarkus.security.UnauthorizedException("Not signed in");
        }
        return person;
    }

    static SecurityIdentity identity(Person person) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person.email()))
                .addRoles(person.roles().stream().map(Role::name).collect(Collectors.toSet()))
                .addAttribute(PERSON, person)
                .build();
    }
}
