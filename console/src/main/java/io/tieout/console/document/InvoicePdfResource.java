package io.tieout.console.document;

import io.smallrye.common.annotation.Blocking;
import io.tieout.console.Assets;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.frame.ErrorPage;
import io.tieout.model.id.ProposalId;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Opens an invoice for whoever holds its link, without signing in.
@Path("/invoices")
@Blocking
class InvoicePdfResource {
    private final InvoicePdfs pdfs;
    private final ConsoleConfig config;

    InvoicePdfResource(InvoicePdfs pdfs, ConsoleConfig config) {
        this.pdfs = pdfs;
        this.config = config;
    }

    @GET
    @Path("{proposalId}/{token}.pdf")
    public Response open(
            @PathParam("proposalId") String proposalId, @PathParam("token") String token) {
        return valid(proposalId, token)
                .map(this::answer)
                .orElseGet(() ->
                        notFound(
                                "There is no such invoice",
                                "The link is not complete, or was changed on its way.",
                                "Open it from the mail once more, in full."));
    }

    private Response answer(ProposalId proposal) {
        return pdfs.of(proposal)
                .map(pdf ->
                        Response.ok(pdf.bytes(), pdf.mediaType())
                                .header(
                                        "Content-Disposition",
                                        "inline; filename=\"invoice-" + pdf.invoiceId() + ".pdf\"")
                                .header("Cache-Control", "private, no-cache")
                                .tag(pdf.hash())
                                .build())
                .orElseGet(() ->
                        notFound(
                                "The invoice will be here in a moment",
                                "It is posted or about to be; its PDF is being fetched from QuickBooks.",
                                "Reload this page in a minute."));
    }

    private Optional<ProposalId> valid(String proposalId, String token) {
        try {
            ProposalId proposal = ProposalId.of(proposalId);
            return LinkToken.matches(config.linkSecret(), proposal, token)
                    ? Optional.of(proposal)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Response notFound(String title, String sentence, String remedy) {
        return Response.status(Response.Status.NOT_FOUND)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(
                        new ErrorPage(404, title, sentence, remedy, "none", Assets.VERSION)
                                .render())
                .build();
    }
}
