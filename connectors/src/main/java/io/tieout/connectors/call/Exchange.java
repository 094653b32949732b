package io.tieout.connectors.call;

import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// One request and its answer, or a transient fault when none came.
final class Exchange {
    private Exchange() {}

    static VendorAnswer send(CallSpec call, Supplier<Response> request) {
        try (Response response = answerOf(request)) {
            byte[] body = response.hasEntity() ? response.readEntity(byte[].class) : new byte[0];
            return new VendorAnswer(
                    response.getStatus(),
                    body == null ? new byte[0] : body,
                    response.getHeaderString("intuit_tid"),
                    response.getHeaderString("Retry-After"));
        } catch (ProcessingException e) {
            throw new VendorException(noAnswer(call, e), e);
        }
    }

    private static Response answerOf(Supplier<Response> request) {
        try {
            return request.get();
        } catch (WebApplicationException e) {
            return e.getResponse();
        }
    }

    static VendorFault noAnswer(CallSpec call, Throwable failure) {
        boolean reached = !neverSent(failure);
        String code = !reached ? "connect" : timedOut(failure) ? "timeout" : "io";
        VendorTrace trace =
                new VendorTrace(
                        call.vendor(),
                        call.operation(),
                        0,
                        code,
                        null,
                        reached ? "No answer" : "Cannot connect",
                        failure.getMessage());
        return new VendorFault.Transient(call.mutating() && reached, trace);
    }

    private static boolean neverSent(Throwable failure) {
        return has(failure, ConnectException.class)
                || has(failure, UnknownHostException.class)
                || has(failure, NoRouteToHostException.class);
    }

    private static boolean timedOut(Throwable failure) {
        return has(failure, TimeoutException.class);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (type.isInstance(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
