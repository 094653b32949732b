package io.tieout.connectors.quickbooks;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// QuickBooks Online accounting API v3 on the wire. Entity names in paths are lower case; without
/// an Accept header the answer may be XML.
@RegisterRestClient(configKey = "quickbooks")
@Path("/v3/company/{realm}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface QuickBooksClient {
    @GET
    @Path("query")
    Response query(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @QueryParam("minorversion") int minorVersion,
            @QueryParam("query") String statement);

    @GET
    @Path("{entity}/{id}")
    Response read(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("entity") String entity,
            @PathParam("id") String id,
            @QueryParam("minorversion") int minorVersion);

    @GET
    @Path("{entity}")
    Response readOnly(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("entity") String entity,
            @QueryParam("minorversion") int minorVersion);

    @GET
    @Path("cdc")
    Response changes(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @QueryParam("minorversion") int minorVersion,
            @QueryParam("entities") String entities,
            @QueryParam("changedSince") String changedSince);

    @GET
    @Path("reports/{report}")
    Response report(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("report") String report,
            @QueryParam("minorversion") int minorVersion,
            @QueryParam("start_date") String startDate,
            @QueryParam("end_date") String endDate,
            @QueryParam("accounting_method") String accountingMethod,
            @QueryParam("summarize_column_by") String columns);

    @POST
    @Path("batch")
    Response batch(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @QueryParam("minorversion") int minorVersion,
            @QueryParam("requestid") String requestId,
            byte[] body);

    @POST
    @Path("{entity}")
    Response write(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("entity") String entity,
            @QueryParam("minorversion") int minorVersion,
            @QueryParam("operation") @Nullable String operation,
            @QueryParam("requestid") String requestId,
            byte[] body);

    @GET
    @Path("invoice/{id}/pdf")
    @Produces("application/pdf")
    Response pdf(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("realm") String realm,
            @PathParam("id") String id,
            @QueryParam("minorversion") int minorVersion);
}
