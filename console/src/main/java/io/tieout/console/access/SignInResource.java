package io.tieout.console.access;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.Assets;
import io.tieout.console.ConsoleConfig;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signing in and out.
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
class SignInResource {
    private final People people;
    private final Sessions sessions;
    private final ConsoleConfig config;

    SignInResource(People people, Sessions sessions, ConsoleConfig config) {
        this.people = people;
        this.sessions = sessions;
        this.config = config;
    }

    @GET
    @Path("login")
    public TemplateInstance page(@QueryParam("to") @Nullable String to) {
        return page(safe(to), "", false);
    }

    @POST
    @Path("login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @FormParam("email") @Nullable String email,
            @FormParam("password") @Nullable String password,
            @FormParam("to") @Nullable String to) {
        String given = email == null ? "" : email;
        Optional<Person> person = people.check(given, password == null ? "" : password);
        if (person.isEmpty()) {
            return Response.status(Response.Status.FORBIDDEN)
                    .entity(page(safe(to), given, true).render())
                    .build();
        }
        return Response.seeOther(URI.create(safe(to)))
                .cookie(cookie(sessions.open(person.get()), (int) config.session().toSeconds()))
                .build();
    }

    @POST
    @Path("logout")
    public Response signOut(@CookieParam(SignInMechanism.COOKIE) @Nullable String token) {
        if (token != null) {
            sessions.close(token);
        }
        return Response.seeOther(URI.create("/login")).cookie(cookie("", 0)).build();
    }

    private SignInPage page(String to, String email, boolean refused) {
        List<SignInPage.DemoUser> demo =
                config.demoUsersShown()
                        ? people.all().stream()
                                .filter(entry -> entry.password() != null)
                                .map(entry ->
                                        new SignInPage.DemoUser(
                                                entry.email(),
                                                entry.name(),
                                                String.valueOf(entry.password()),
                                                new Person(
                                                                entry.email(),
                                                                entry.name(),
                                                                entry.roles())
                                                        .rolesInWords()))
                                .toList()
                        : List.of();
        return new SignInPage(to, email, refused, demo, Assets.VERSION);
    }

    private NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(SignInMechanism.COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure("https".equals(config.url().getScheme()))
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /// Only an address within the console; never another site's.
    private static String safe(@Nullable String to) {
        if (to == null || !to.startsWith("/") || to.startsWith("//") || to.contains("\\")) {
            return "/";
        }
        return to.chars().allMatch(c -> c > ' ') ? to : "/";
    }
}
