package io.tieout.console.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Turns a session token into the person it was given to, with the roles they have now.
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<SessionRequest> {
    private final Sessions sessions;
    private final People people;

    SessionIdentityProvider(Sessions sessions, People people) {
        this.sessions = sessions;
        this.people = people;
    }

    @Override
    public Class<SessionRequest> getRequestType() {
        return SessionRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            SessionRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() ->
                sessions.emailOf(request.token())
                        .flatMap(people::find)
                        .map(SignedIn::identity)
                        .orElseThrow(
                                () -> new AuthenticationFailedException("The session has ended")));
    }
}
