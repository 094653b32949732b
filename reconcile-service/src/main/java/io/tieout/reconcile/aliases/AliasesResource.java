package io.tieout.reconcile.aliases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.records.Records;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Shows every alias with the answers that it comes from.
@Path("/reconcile/aliases")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class AliasesResource {
    private final Aliases aliases;
    private final Records records;

    AliasesResource(Aliases aliases, Records records) {
        this.aliases = aliases;
        this.records = records;
    }

    /// An alias, with its rows under the names that people use.
    record Shown(
            String name,
            String vendor,
            Alias.State state,
            String why,
            Instant changedAt,
            List<ShownDecision> decisions) {}

    /// An answer with the row that it was given at.
    record ShownDecision(@JsonUnwrapped Alias.Decision decision, @Nullable RecordName record) {}

    @GET
    public String all(@QueryParam("realm") @Nullable String realm) {
        if (realm == null || realm.isBlank()) {
            throw new NotFoundException();
        }
        List<Alias> all = aliases.all(new RealmId(realm));
        RecordNames names =
                records.of(
                        new RealmId(realm),
                        all.stream()
                                .flatMap(alias -> alias.decisions().stream())
                                .flatMap(decision -> Stream.ofNullable(decision.row()))
                                .toList());
        return WireJson.text(all.stream().map(alias -> named(alias, names)).toList());
    }

    private static Shown named(Alias alias, RecordNames names) {
        return new Shown(
                alias.name(),
                alias.vendor(),
                alias.state(),
                alias.why(),
                alias.changedAt(),
                alias.decisions().stream()
                        .map(decision ->
                                new ShownDecision(
                                        decision,
                                        decision.row() == null ? null : names.of(decision.row())))
                        .toList());
    }
}
