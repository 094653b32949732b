package io.tieout.connectors.smartsheet;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/// Smartsheet API 2.0 on the wire. Paths are lower case, query names camelCase; both matter.
@RegisterRestClient(configKey = "smartsheet")
@ClientHeaderParam(
        name = "Smartsheet-Change-Agent",
        value = "${tieout.connectors.smartsheet.change-agent}")
@ClientHeaderParam(
        name = "smartsheet-integration-source",
        value = "${tieout.connectors.smartsheet.integration-source}")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface SmartsheetClient {
    @GET
    @Path("sheets/{sheet}")
    Response sheet(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("sheet") String sheet,
            @QueryParam("rowIds") @Nullable String rowIds,
            @QueryParam("columnIds") @Nullable String columnIds,
            @QueryParam("rowsModifiedSince") @Nullable String rowsModifiedSince,
            @QueryParam("ifVersionAfter") @Nullable Long ifVersionAfter,
            @QueryParam("include") String include,
            @QueryParam("exclude") String exclude,
            @QueryParam("level") int level,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("pageSize") @Nullable Integer pageSize);

    @GET
    @Path("sheets/{sheet}/version")
    Response version(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("sheet") String sheet);

    @PUT
    @Path("sheets/{sheet}/rows")
    Response updateRows(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("sheet") String sheet,
            @QueryParam("allowPartialSuccess") @Nullable Boolean allowPartialSuccess,
            byte[] body);

    @POST
    @Path("sheets/{sheet}/rows")
    Response addRows(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("sheet") String sheet,
            byte[] body);

    @GET
    @Path("sheets/{sheet}/rows/{row}/discussions")
    Response discussions(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("sheet") String sheet,
            @PathParam("row") String row,
            @QueryParam("include") String include,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @POST
    @Path("sheets/{sheet}/rows/{row}/discussions")
    Response addDiscussion(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("sheet") String sheet,
            @PathParam("row") String row,
            byte[] body);

    @GET
    @Path("sheets/{sheet}/attachments/{attachment}")
    Response attachment(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("sheet") String sheet,
            @PathParam("attachment") String attachment);

    @GET
    @Path("sheets/{sheet}/rows/{row}/columns/{column}/history")
    Response history(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("sheet") String sheet,
            @PathParam("row") String row,
            @PathParam("column") String column,
            @QueryParam("include") String include,
            @QueryParam("level") int level,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @GET
    @Path("webhooks")
    Response webhooks(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @GET
    @Path("webhooks/{webhook}")
    Response webhook(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("webhook") String webhook);

    @POST
    @Path("webhooks")
    Response createWebhook(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, byte[] body);

    @PUT
    @Path("webhooks/{webhook}")
    Response updateWebhook(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("webhook") String webhook,
            byte[] body);

    @DELETE
    @Path("webhooks/{webhook}")
    Response deleteWebhook(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("webhook") String webhook);

    @GET
    @Path("sheets/{sheet}/columns")
    Response columns(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("sheet") String sheet,
            @QueryParam("level") int level,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @GET
    @Path("workspaces/{workspace}/children")
    Response workspaceChildren(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("workspace") String workspace,
            @QueryParam("childrenResourceTypes") String types,
            @QueryParam("maxItems") int maxItems,
            @QueryParam("lastKey") @Nullable String lastKey);

    @GET
    @Path("folders/{folder}/children")
    Response folderChildren(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("folder") String folder,
            @QueryParam("childrenResourceTypes") String types,
            @QueryParam("maxItems") int maxItems,
            @QueryParam("lastKey") @Nullable String lastKey);

    @GET
    @Path("groups")
    Response groups(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("page") int page,
            @QueryParam("pageSize") int pageSize);

    @GET
    @Path("groups/{group}")
    Response group(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("group") String group);

    @GET
    @Path("users/{user}")
    Response user(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer, @PathParam("user") String user);

    @GET
    @Path("shares")
    Response shares(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @QueryParam("assetType") String assetType,
            @QueryParam("assetId") String assetId,
            @QueryParam("maxItems") int maxItems,
            @QueryParam("lastKey") @Nullable String lastKey);
}
