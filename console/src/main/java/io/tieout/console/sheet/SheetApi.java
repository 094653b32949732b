package io.tieout.console.sheet;

import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Problem;
import io.tieout.model.id.SheetId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sheets for scripts: read one again, or accept how its changed columns are to be read.
@Path("/api/sheets/{sheet}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class SheetApi {
    private static final Pattern SHEET = Pattern.compile("\\d{1,30}");
    private static final Pattern PROPOSAL = Pattern.compile("[0-9a-f]{12}");
    static final String NOT_ALLOWED =
            "Only an operator or an admin decides how sheets are read; you are signed in as %s.";

    /// @param proposal as the finding names it, so that exactly what was seen is accepted
    record Acceptance(@Nullable String proposal) {}

    private final AskIngest ask;
    private final SignedIn signedIn;

    SheetApi(AskIngest ask, SignedIn signedIn) {
        this.ask = ask;
        this.signedIn = signedIn;
    }

    @POST
    @Path("remap")
    public Response remap(String sheet, Acceptance body) {
        if (!signedIn.person().mayRedrive()) {
            return Problem.forbidden(NOT_ALLOWED.formatted(signedIn.person().rolesInWords()));
        }
        String proposal = body.proposal();
        if (proposal == null || !isProposal(sheet, proposal)) {
            return Problem.unprocessable(
                    "Name the sheet by its id and the proposal as its finding does: 12 digits and"
                            + " letters a to f");
        }
        ask.acceptRemap(signedIn.person().email(), new SheetId(sheet), proposal);
        return Response.accepted().build();
    }

    /// Whether both have the form that ingest knows them by.
    static boolean isProposal(String sheet, @Nullable String proposal) {
        return SHEET.matcher(sheet).matches()
                && proposal != null
                && PROPOSAL.matcher(proposal).matches();
    }

    @POST
    @Path("sweep")
    @Consumes(MediaType.WILDCARD)
    public Response sweep(String sheet) {
        if (!signedIn.person().mayRedrive()) {
            return Problem.forbidden(NOT_ALLOWED.formatted(signedIn.person().rolesInWords()));
        }
        if (!SHEET.matcher(sheet).matches()) {
            return Problem.unprocessable("Name the sheet by its id");
        }
        ask.sweep(signedIn.person().email(), new SheetId(sheet));
        return Response.accepted().build();
    }
}
