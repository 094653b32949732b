package io.tieout.reconcile.separations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.records.RecordNames;
import io.tieout.reconcile.records.Records;
import io.tieout.reconcile.standing.Standing;
import io.tieout.reconcile.standing.Standings;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Shows a line of either book with its counterparts, what came nearest, and from what it was taken
/// apart; and all pairs that were.
@Path("/reconcile")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
class LinesResource {
    private final Standings standings;
    private final SeparationStore separations;
    private final Records records;

    LinesResource(Standings standings, SeparationStore separations, Records records) {
        this.standings = standings;
        this.separations = separations;
        this.records = records;
    }

    /// @param counterparts what it is said to be
    /// @param nearest what came nearest
    /// @param apart from what it was taken apart, now or once
    /// @param records how people call all of them, by line
    record Line(
            Standing line,
            List<Standing> counterparts,
            List<Standing> nearest,
            List<Pair> apart,
            Map<String, RecordName> records) {}

    /// Two lines that were taken apart, under the names that people use.
    record Pair(
            @JsonUnwrapped Separation separation, RecordName sheetRecord, RecordName booksRecord) {}

    @GET
    @Path("lines")
    public String line(
            @QueryParam("realm") @Nullable String realmId, @QueryParam("id") @Nullable String id) {
        RealmId realm = realm(realmId);
        List<Standing> found =
                id == null ? List.of() : standings.of(realm, List.of(id)).stream().toList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        Standing line = found.getFirst();
        RecordNames names = records.of(realm, RecordNames.all(List.of(line)));
        return WireJson.text(
                new Line(
                        names.inWords(line),
                        standings.of(realm, line.counterparts()),
                        standings.of(
                                realm, line.nearest().stream().map(Standing.Near::lineId).toList()),
                        named(realm, separations.about(realm, line.lineId())),
                        names.byLine()));
    }

    @GET
    @Path("separations")
    public String all(@QueryParam("realm") @Nullable String realm) {
        RealmId company = realm(realm);
        return WireJson.text(named(company, separations.all(company)));
    }

    private List<Pair> named(RealmId realm, List<Separation> pairs) {
        RecordNames names =
                records.of(
                        realm,
                        pairs.stream()
                                .flatMap(pair -> Stream.of(pair.sheetLine(), pair.booksLine()))
                                .toList());
        return pairs.stream()
                .map(pair -> new Pair(pair, names.of(pair.sheetLine()), names.of(pair.booksLine())))
                .toList();
    }

    private static RealmId realm(@Nullable String realm) {
        if (realm == null || realm.isBlank()) {
            throw new NotFoundException();
        }
        return new RealmId(realm);
    }
}
