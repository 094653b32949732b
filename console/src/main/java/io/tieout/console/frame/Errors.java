package io.tieout.console.frame;

import io.tieout.console.Assets;
import io.tieout.console.access.RequestGuard;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns whatever goes wrong into a page, or under `/api` into JSON; both name the correlation id.
final class Errors {
    private static final Logger LOG = Logger.getLogger(Errors.class);

    @ServerExceptionMapper
    Response known(WebApplicationException failure, RoutingContext context) {
        int status = failure.getResponse().getStatus();
        if (status < 400) {
            return failure.getResponse();
        }
        return switch (status) {
            case 404 ->
                    answer(
                            context,
                            404,
                            "There is nothing here",
                            "This address leads nowhere, or what it named is gone.",
                            "Start again from the navigation.");
            case 400, 405, 415 ->
                    answer(
                            context,
                            status,
                            "This was not understood",
                            "The request does not have the form that the console expects; nothing was done.",
                            "Go back, reload the page and try again.");
            default ->
                    answer(
                            context,
                            status,
                            "This did not work",
                            String.valueOf(failure.getMessage()),
                            "Go back, reload the page and try again.");
        };
    }

    @ServerExceptionMapper
    Response bug(RuntimeException failure, RoutingContext context) {
        LOG.errorf(
                failure,
                "Request failed: correlationId=%s path=%s",
                context.get(RequestGuard.CORRELATION),
                context.normalizedPath());
        return answer(
                context,
                500,
                "The console could not do this",
                "Something failed on our side. A decision that was confirmed to you is kept; anything else was not done.",
                "Try again in a moment. If it stays, give an operator the correlation id below.");
    }

    private static Response answer(
            RoutingContext context, int status, String title, String sentence, String remedy) {
        String correlation = String.valueOf(context.<String>get(RequestGuard.CORRELATION));
        if (context.normalizedPath().startsWith("/api/")) {
            return Problem.of(status, sentence + " Correlation id: " + correlation);
        }
        String page =
                new ErrorPage(status, title, sentence, remedy, correlation, Assets.VERSION)
                        .render();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page)
                .build();
    }
}
