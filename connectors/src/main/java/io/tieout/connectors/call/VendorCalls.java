package io.tieout.connectors.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.tieout.connectors.fault.Complaints;
import io.tieout.connectors.fault.VendorException;
import io.tieout.connectors.fault.VendorFault;
import io.tieout.connectors.fault.VendorTrace;
import io.tieout.connectors.quota.Quota;
import io.tieout.connectors.quota.QuotaAnswer;
import io.tieout.connectors.token.AccessToken;
import io.tieout.connectors.token.Tokens;
import io.tieout.model.id.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Makes one vendor call: within the quota, with a token that works, its outcome counted. A 401
/// renews the token and repeats once; nothing else is repeated here. After a 429 the connection is
/// left alone; where billed reads are refused again after that, only they wait any longer: then the
/// month's allowance is used up, which writes do not need.
@ApplicationScoped
public class VendorCalls {
    private static final Logger LOG = Logger.getLogger(VendorCalls.class);

    /// A 429 that comes back after this time is not of a burst of calls.
    private static final Duration BURST = Duration.ofSeconds(30);

    private final Quota quota;
    private final Tokens tokens;
    private final Complaints complaints;
    private final MeterRegistry meters;
    private final Clock clock;

    VendorCalls(
            Quota quota, Tokens tokens, Complaints complaints, MeterRegistry meters, Clock clock) {
        this.quota = quota;
        this.tokens = tokens;
        this.complaints = complaints;
        this.meters = meters;
        this.clock = clock;
    }

    /// @param send makes the request with this Authorization header
    /// @param understand turns a success into what the caller wants
    public <T> T call(
            CallSpec call,
            FaultReader faults,
            Function<String, Response> send,
            Function<VendorAnswer, T> understand) {
        try {
            T result = understood(call, understand, authorised(call, faults, send));
            count(call, "ok");
            return result;
        } catch (VendorException e) {
            count(call, outcome(e.fault()));
            throw e;
        }
    }

    /// What cannot be understood may still have taken effect.
    private static <T> T understood(
            CallSpec call, Function<VendorAnswer, T> understand, VendorAnswer answer) {
        try {
            return understand.apply(answer);
        } catch (UnreadableAnswer | DateTimeException | IllegalArgumentException e) {
            VendorTrace trace =
                    new VendorTrace(
                            call.vendor(),
                            call.operation(),
                            answer.status(),
                            "unreadable",
                            answer.reference(),
                            "The answer does not have the promised shape",
                            e.getMessage());
            throw new VendorException(new VendorFault.Transient(call.mutating(), trace), e);
        }
    }

    private VendorAnswer authorised(
            CallSpec call, FaultReader faults, Function<String, Response> send) {
        AccessToken token = tokens.accessToken(call.connection());
        try {
            return attempt(call, faults, send, token);
        } catch (VendorException e) {
            if (!(e.fault() instanceof VendorFault.Unauthorized)) {
                throw e;
            }
        }
        AccessToken fresh = tokens.replacementFor(call.connection(), token);
        try {
            return attempt(call, faults, send, fresh);
        } catch (VendorException e) {
            if (e.fault() instanceof VendorFault.Unauthorized) {
                tokens.needsReauth(call.connection(), fresh);
            }
            throw e;
        }
    }

    private VendorAnswer attempt(
            CallSpec call, FaultReader faults, Function<String, Response> send, AccessToken token) {
        if (call.cost().metered()) {
            checkReads(call);
        }
        try (QuotaAnswer.Granted _ = quota.take(call.cost(), call.operation())) {
            VendorAnswer answer = Exchange.send(call, () -> send.apply(token.bearer()));
            LOG.debugf(
                    "Vendor call vendor=%s operation=%s status=%d reference=%s",
                    call.vendor().label(), call.operation(), answer.status(), answer.reference());
            VendorFault fault = faults.read(call, answer, clock.instant());
            if (fault == null) {
                complaints.succeeded(call.connection(), call.cost().metered());
                return answer;
            }
            complaints.faulted(call.connection(), call.cost().metered(), fault);
            if (fault instanceof VendorFault.Throttled throttled) {
                pause(call, throttled.until());
            }
            LOG.infof(
                    "Vendor fault vendor=%s operation=%s status=%d errorCode=%s reference=%s",
                    call.vendor().label(),
                    call.operation(),
                    answer.status(),
                    fault.errorCode(),
                    fault.trace().reference());
            throw new VendorException(fault);
        }
    }

    private void pause(CallSpec call, Instant until) {
        boolean readsOnly =
                call.cost().metered()
                        && complaints
                                .readsThrottledSince(call.connection())
                                .filter(since -> since.isBefore(clock.instant().minus(BURST)))
                                .isPresent();
        quota.pause(readsOnly ? readsOf(call.connection()) : call.connection(), until);
    }

    private void checkReads(CallSpec call) {
        Instant until = quota.pausedUntil(readsOf(call.connection())).orElse(null);
        if (until != null) {
            VendorTrace trace =
                    new VendorTrace(
                            call.vendor(),
                            call.operation(),
                            0,
                            "quota",
                            null,
                            "Billed reads are refused; the next is tried at " + until,
                            null);
            throw new VendorException(new VendorFault.Throttled(until, false, trace));
        }
    }

    /// The name that a pause of the connection's billed reads goes by.
    private static ConnectionId readsOf(ConnectionId connection) {
        return new ConnectionId(connection + "/reads");
    }

    private void count(CallSpec call, String outcome) {
        meters.counter(
                        "vendor.calls",
                        "vendor",
                        call.vendor().label(),
                        "operation",
                        call.operation(),
                        "outcome",
                        outcome)
                .increment();
    }

    private static String outcome(VendorFault fault) {
        return switch (fault) {
            case VendorFault.Throttled throttled -> throttled.byVendor() ? "throttled" : "no-quota";
            case VendorFault.Unauthorized _ -> "unauthorized";
            case VendorFault.Transient unsure -> unsure.ambiguous() ? "ambiguous" : "transient";
            case VendorFault.StaleObject _ -> "stale";
            case VendorFault.NotFound _ -> "not-found";
            case VendorFault.Refused _ -> "refused";
        };
    }
}
