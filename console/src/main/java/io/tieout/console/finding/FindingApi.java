package io.tieout.console.finding;

import io.tieout.kit.json.WireJson;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings for scripts.
@Path("/api/findings")
@Produces(MediaType.APPLICATION_JSON)
class FindingApi {
    /// A page of findings.
    record Listing(long count, List<Finding> items) {}

    private static final int SIZE_MAX = 1_000;

    private final Findings findings;

    FindingApi(Findings findings) {
        this.findings = findings;
    }

    @GET
    public String list(
            @QueryParam("status") @DefaultValue("open") String status,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("q") @Nullable String search,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @DefaultValue("1") int page,
            @QueryParam("size") @DefaultValue("50") int wanted) {
        FindingFilter filter = FindingFilter.of(status, kind, search, sort);
        int size = Math.clamp(wanted, 1, SIZE_MAX);
        return WireJson.text(
                new Listing(
                        findings.count(filter),
                        findings.list(filter, size, Math.max(0, page - 1) * size)));
    }
}
