package io.tieout.console.sheet;

import io.smallrye.common.annotation.Blocking;
import io.tieout.console.access.SignedIn;
import io.tieout.model.id.SheetId;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The button that accepts how a sheet's changed columns are read from now on.
@Path("/sheets/{sheet}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
class SheetForms {
    private static final String BACK_TO = "/exceptions";

    private final AskIngest ask;
    private final SignedIn signedIn;

    SheetForms(AskIngest ask, SignedIn signedIn) {
        this.ask = ask;
        this.signedIn = signedIn;
    }

    /// @param back the page that the button was on
    @POST
    @Path("remap")
    public Response remap(
            @PathParam("sheet") String sheet,
            @QueryParam("back") @Nullable String back,
            @FormParam("proposal") @Nullable String proposal) {
        if (!signedIn.person().mayRedrive()) {
            throw new WebApplicationException(
                    SheetApi.NOT_ALLOWED.formatted(signedIn.person().rolesInWords()), 403);
        }
        if (!SheetApi.isProposal(sheet, proposal)) {
            throw new WebApplicationException(400);
        }
        ask.acceptRemap(signedIn.person().email(), new SheetId(sheet), String.valueOf(proposal));
        return Response.seeOther(
                        URI.create(
                                back != null && back.startsWith(BACK_TO + "?")
                                        ? back + "&said=remap"
                                        : BACK_TO + "?said=remap"))
                .build();
    }
}
