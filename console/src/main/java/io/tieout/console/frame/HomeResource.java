package io.tieout.console.frame;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/// The console starts with what needs somebody.
@Path("/")
class HomeResource {
    @GET
    public Response home() {
        return Response.seeOther(URI.create(Section.APPROVALS.path())).build();
    }
}
