package io.tieout.ingest.connection;

import io.smallrye.common.annotation.Blocking;
import io.tieout.connectors.Vendor;
import io.tieout.connectors.token.Authorizations;
import io.tieout.connectors.token.OperatorKey;
import io.tieout.kit.json.WireJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows how connections are doing, and lets the operator's command line connect a vendor.
@Path("/connections")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class ConnectionsResource {
    private final AllConnections connections;
    private final ConnectionFacts facts;
    private final Authorizations authorizations;
    private final FinishSignIn finishSignIn;
    private final OperatorKey operatorKey;
    private final Clock clock;

    ConnectionsResource(
            AllConnections connections,
            ConnectionFacts facts,
            Authorizations authorizations,
            FinishSignIn finishSignIn,
            OperatorKey operatorKey,
            Clock clock) {
        this.connections = connections;
        this.facts = facts;
        this.authorizations = authorizations;
        this.finishSignIn = finishSignIn;
        this.operatorKey = operatorKey;
        this.clock = clock;
    }

    /// Where the vendor shall send the browser back to.
    public record SignIn(String redirectUri) {}

    /// What the vendor sent the browser back with.
    public record CameBack(
            String state,
            @Nullable String code,
            @Nullable String realmId,
            @Nullable String error) {}

    @GET
    public String show() {
        return WireJson.text(
                new ConnectionsReport(
                        clock.instant(), connections.all(), facts.companies(), facts.sheets()));
    }

    @POST
    @Path("{vendor}/sign-ins")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response begin(
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("vendor") String vendorName,
            SignIn signIn) {
        Optional<Vendor> vendor = vendor(vendorName);
        if (!operatorKey.accepts(authorization)) {
            return refused(Response.Status.UNAUTHORIZED, "Only with the operator's key");
        }
        if (vendor.isEmpty()) {
            return refused(Response.Status.NOT_FOUND, "There is no vendor " + vendorName);
        }
        try {
            Authorizations.Begun begun = authorizations.begin(vendor.get(), signIn.redirectUri());
            return Response.ok(
                            WireJson.text(
                                    Map.of(
                                            "address",
                                            begun.address().toString(),
                                            "state",
                                            begun.state())))
                    .build();
        } catch (IllegalArgumentException e) {
            return refused(Response.Status.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    @POST
    @Path("sign-ins/finish")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response finish(
            @HeaderParam("Authorization") @Nullable String authorization, CameBack cameBack) {
        if (!operatorKey.accepts(authorization)) {
            return refused(Response.Status.UNAUTHORIZED, "Only with the operator's key");
        }
        FinishSignIn.SignedIn signedIn =
                finishSignIn.handle(
                        cameBack.state(), cameBack.code(), cameBack.realmId(), cameBack.error());
        return Response.status(signedIn.connected() ? 200 : 409)
                .entity(WireJson.text(signedIn))
                .build();
    }

    private static Optional<Vendor> vendor(String name) {
        return Arrays.stream(Vendor.values())
                .filter(vendor -> vendor.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Response refused(Response.Status status, String why) {
        return Response.status(status)
                .entity(WireJson.text(Map.of("connected", false, "why", why)))
                .build();
    }
}
