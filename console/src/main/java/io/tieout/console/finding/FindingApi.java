package io.tieout.console.finding;

import io.tieout.console.ConsoleConfig;
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
    record Listing(long count, List<Finding> findings) {}

    private final Findings findings;
    private final ConsoleConfig config;

    FindingApi(Findings findings, ConsoleConfig config) {
        this.findings = findings;
        this.config = config;
    }

    @GET
    public String list(
            @QueryParam("status") @DefaultValue("open") String status,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("q") @Nullable String search,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @DefaultValue("1") int page) {
        FindingFilter filter = FindingFilter.of(status, kind, search, sort);
        int size = config.limits().pageSize();
        return WireJson.text(
                new Listing(
                        findings.count(filter),
                        findings.list(filter, size, Math.max(0, page - 1) * size)));
    }
}
