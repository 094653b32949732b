package io.tieout.reconcile.correcting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tieout.kit.json.WireJson;
import io.tieout.model.command.CorrectionWay;
import io.tieout.model.id.RealmId;
import io.tieout.reconcile.correcting.Correction.Entry;
import io.tieout.reconcile.records.RecordName;
import io.tieout.reconcile.records.Records;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// Shows which entries a correction would draft, and drafts nothing.
@Path("/reconcile/corrections/{realm}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CorrectionResource {
    private final Drafts drafts;
    private final Records records;

    CorrectionResource(Drafts drafts, Records records) {
        this.drafts = drafts;
        this.records = records;
    }

    /// What would be drafted, or why nothing is.
    ///
    /// @param why empty when it is possible
    /// @param recategorisation what may be booked anew instead; empty for nothing
    /// @param record how people call the line
    record Preview(
            String lineId,
            String why,
            List<Entry> entries,
            String recategorisation,
            RecordName record) {}

    @GET
    public String preview(
            @PathParam("realm") String realm, @QueryParam("line") @DefaultValue("") String line) {
        RealmId company = realm(realm);
        String instead =
                drafts.of(company, line, CorrectionWay.RECATEGORISATION)
                                instanceof Draft.Recategorising recategorising
                        ? recategorising.words()
                        : "";
        RecordName record = records.of(company, line);
        return WireJson.text(
                switch (drafts.of(company, line, CorrectionWay.JOURNAL_ENTRY)) {
                    case Draft.Possible possible ->
                            new Preview(
                                    line,
                                    "",
                                    possible.postings().stream().map(Draft.Posting::entry).toList(),
                                    instead,
                                    record);
                    case Draft.AlreadyAsked _ ->
                            new Preview(
                                    line,
                                    "It was asked for before: look among the approvals.",
                                    List.of(),
                                    "",
                                    record);
                    case Draft.Impossible(String why) ->
                            new Preview(
                                    line, instead.isEmpty() ? why : "", List.of(), instead, record);
                    case Draft.Recategorising _ ->
                            throw new IllegalStateException("A journal entry was asked for");
                });
    }

    private static RealmId realm(String text) {
        try {
            return new RealmId(text);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage(), e);
        }
    }
}
