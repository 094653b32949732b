package io.tieout.audit.record;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Shows the chains, and exports one for verification elsewhere.
@Path("/audit/chains")
@RunOnVirtualThread
public class ChainResource {
    private static final int PAGE = 500;

    private final Records records;
    private final Heads heads;

    ChainResource(Records records, Heads heads) {
        this.records = records;
        this.heads = heads;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<ChainEnd> chains() {
        return records.ends();
    }

    /// Signed heads, one JSON object a line.
    @GET
    @Path("/{chain}/heads")
    @Produces("application/x-ndjson")
    public String heads(@PathParam("chain") String chain) {
        StringBuilder lines = new StringBuilder();
        heads.of(chain).forEach(head -> lines.append(WireJson.text(head)).append('\n'));
        return lines.toString();
    }

    /// Every record, oldest first, one JSON object a line: what `ChainVerifier` reads.
    @GET
    @Path("/{chain}/export")
    @Produces("application/x-ndjson")
    public StreamingOutput export(@PathParam("chain") String chain) {
        return out -> {
            List<ChainRecord> page = records.page(chain, 0, PAGE);
            while (!page.isEmpty()) {
                for (ChainRecord record : page) {
                    write(out, record);
                }
                page = records.page(chain, page.getLast().sequence(), PAGE);
            }
        };
    }

    private static void write(OutputStream out, ChainRecord record) throws IOException {
        out.write(WireJson.text(record).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
