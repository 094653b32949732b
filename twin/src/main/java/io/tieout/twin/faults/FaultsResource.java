package io.tieout.twin.faults;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Scripts faults over HTTP.
@Path("/twin/faults")
class FaultsResource {
    private final Faults faults;

    FaultsResource(Faults faults) {
        this.faults = faults;
    }

    /// A fault as a test writes it: what is left out gets the obvious value.
    public record Wanted(
            @Nullable String id,
            @Nullable String vendor,
            @Nullable String operation,
            FaultKind kind,
            @Nullable Double share,
            @Nullable Integer status,
            @Nullable String errorCode,
            @Nullable Long delayMs,
            @Nullable Long limit,
            @Nullable Long seed) {

        FaultScript script() {
            return new FaultScript(
                    id == null ? UUID.randomUUID().toString() : id,
                    vendor,
                    operation,
                    kind,
                    share == null ? 1 : share,
                    status == null ? 500 : status,
                    errorCode,
                    delayMs == null ? 0 : delayMs,
                    limit == null ? 0 : limit,
                    seed == null ? 1 : seed);
        }
    }

    @POST
    public FaultScript add(Wanted wanted) {
        try {
            var script = wanted.script();
            faults.add(script);
            return script;
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }

    @GET
    public List<Faults.Tally> list() {
        return faults.list();
    }

    @DELETE
    public void clear() {
        faults.remove(null);
    }

    @DELETE
    @Path("{id}")
    public void remove(String id) {
        faults.remove(id);
    }
}
