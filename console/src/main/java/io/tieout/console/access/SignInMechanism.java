package io.tieout.console.access;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A session cookie everywhere, or HTTP Basic under `/api`. Whoever has neither is sent to the
/// sign-in page, or answered 401 under `/api`.
@ApplicationScoped
class SignInMechanism implements HttpAuthenticationMechanism {
    static final String COOKIE = "tieout-session";
    private static final String BASIC = "Basic ";

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext context, IdentityProviderManager identities) {
        UsernamePasswordAuthenticationRequest basic = isApi(context) ? basic(context) : null;
        if (basic != null) {
            return identities.authenticate(basic);
        }
        Cookie cookie = context.request().getCookie(COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new SessionRequest(cookie.getValue()))
                .onFailure(io.quarkus.security.AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (isApi(context)) {
            return Uni.createFrom()
                    .item(
                            new ChallengeData(
                                    401,
                                    HttpHeaderNames.WWW_AUTHENTICATE,
                                    "Basic realm=\"Tieout\""));
        }
        String wanted =
                context.request().method().name().equals("GET") ? context.request().uri() : "/";
        String location =
                wanted.equals("/")
                        ? "/login"
                        : "/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        return Uni.createFrom().item(new ChallengeData(303, HttpHeaderNames.LOCATION, location));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionRequest.class, UsernamePasswordAuthenticationRequest.class);
    }

    private static boolean isApi(RoutingContext context) {
        return context.normalizedPath().startsWith("/api/");
    }

    private static @Nullable UsernamePasswordAuthenticationRequest basic(RoutingContext context) {
        String header = context.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        String plain;
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            plain = new String(decoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            plain = ":";
        }
        int colon = Math.max(plain.indexOf(':'), 0);
        return new UsernamePasswordAuthenticationRequest(
                plain.substring(0, colon),
                new PasswordCredential(
                        plain.substring(Math.min(colon + 1, plain.length())).toCharArray()));
    }
}
