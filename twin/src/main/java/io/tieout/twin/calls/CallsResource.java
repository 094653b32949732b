package io.tieout.twin.calls;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lists what the vendors would have seen.
@Path("/twin")
class CallsResource {
    private final CallLog log;

    CallsResource(CallLog log) {
        this.log = log;
    }

    @GET
    @Path("calls")
    public List<Call> calls(@QueryParam("after") @DefaultValue("0") long after) {
        return log.callsAfter(after);
    }

    @DELETE
    @Path("calls")
    public void clear() {
        log.clear();
    }

    /// Totals by vendor, and one line per vendor, operation and status.
    public record Summary(long total, Map<String, Long> vendors, List<CallLog.Count> lines) {}

    @GET
    @Path("calls/summary")
    public Summary summary() {
        var lines = log.summary();
        Map<String, Long> vendors = new TreeMap<>();
        lines.forEach(line -> vendors.merge(line.vendor(), line.count(), Long::sum));
        return new Summary(lines.stream().mapToLong(CallLog.Count::count).sum(), vendors, lines);
    }

    @GET
    @Path("mutations")
    public List<Mutation> mutations(@QueryParam("after") @DefaultValue("0") long after) {
        return log.mutationsAfter(after);
    }
}
