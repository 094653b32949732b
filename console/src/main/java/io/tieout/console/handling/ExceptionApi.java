package io.tieout.console.handling;

import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.Person;
import io.tieout.console.access.RoleHolders;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Problem;
import io.tieout.console.queue.ExceptionQueue;
import io.tieout.console.queue.FindingKey;
import io.tieout.console.queue.History;
import io.tieout.console.queue.Moment;
import io.tieout.console.queue.QueueFilter;
import io.tieout.console.queue.QueueItem;
import io.tieout.console.queue.QueueParams;
import io.tieout.kit.json.WireJson;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The exception queue for scripts, with the rights of who is signed in.
@Path("/api/exceptions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class ExceptionApi {
    /// A page of exceptions.
    record Listing(long count, List<QueueItem> items) {}

    /// One with its life.
    record Detail(QueueItem exception, List<Moment> history) {}

    /// One exception, and what of it was seen.
    record Target(String id, @Nullable String seen) {}

    /// Which exceptions, and what is to be done about them.
    ///
    /// @param ids `realm/finding` of each
    /// @param items the same, each with the fingerprint of what was seen, for acceptances
    record Body(
            @Nullable List<String> ids,
            @Nullable List<Target> items,
            @Nullable String owner,
            @Nullable String comment,
            @Nullable LocalDate due,
            @Nullable String reason) {
        List<Target> targets() {
            List<Target> targets = new ArrayList<>(items == null ? List.of() : items);
            (ids == null ? List.<String>of() : ids)
                    .forEach(id -> targets.add(new Target(id, null)));
            return targets;
        }
    }

    private static final int SIZE_MAX = 1_000;

    private final ExceptionQueue queue;
    private final History history;
    private final HandleExceptions handle;
    private final RoleHolders holders;
    private final SignedIn signedIn;
    private final ConsoleConfig config;

    ExceptionApi(
            ExceptionQueue queue,
            History history,
            HandleExceptions handle,
            RoleHolders holders,
            SignedIn signedIn,
            ConsoleConfig config) {
        this.queue = queue;
        this.history = history;
        this.handle = handle;
        this.holders = holders;
        this.signedIn = signedIn;
        this.config = config;
    }

    @GET
    public String list(
            @BeanParam QueueParams params, @QueryParam("size") @DefaultValue("50") int wanted) {
        QueueFilter filter = params.filter();
        String me = signedIn.person().email();
        int size = Math.clamp(wanted, 1, SIZE_MAX);
        return WireJson.text(
                new Listing(
                        queue.count(filter, me),
                        queue.list(filter, me, size, (params.page() - 1) * size)));
    }

    @GET
    @Path("{id:.+}")
    public Response one(String id) {
        return FindingKey.of(id)
                .flatMap(queue::find)
                .map(item ->
                        Response.ok(WireJson.text(new Detail(item, history.of(item.key()))))
                                .build())
                .orElseGet(() -> Problem.notFound("There is no exception " + id));
    }

    @POST
    @Path("assign")
    public Response assign(Body body) {
        String owner = body.owner();
        return act(
                body,
                new Act.Assign(
                        owner == null || owner.isBlank()
                                ? null
                                : owner.strip().toLowerCase(Locale.ROOT)));
    }

    @POST
    @Path("comment")
    public Response comment(Body body) {
        return act(body, new Act.Comment(text(body.comment())));
    }

    @POST
    @Path("due")
    public Response due(Body body) {
        return act(body, new Act.SetDue(body.due()));
    }

    @POST
    @Path("resolve")
    public Response resolve(Body body) {
        return act(body, new Act.Resolve(text(body.reason())));
    }

    @POST
    @Path("reopen")
    public Response reopen(Body body) {
        return act(body, new Act.Reopen());
    }

    private Response act(Body body, Act act) {
        Person person = signedIn.person();
        if (!person.mayHandle()) {
            return Problem.forbidden(ActCheck.NOT_ALLOWED.formatted(person.rolesInWords()));
        }
        Optional<String> fault =
                ActCheck.fault(
                        act,
                        act instanceof Act.Assign(String owner) && holders.handles(owner),
                        queue.today());
        if (fault.isPresent()) {
            return Problem.unprocessable(fault.get());
        }
        List<Pick> picks = new ArrayList<>();
        for (Target target : body.targets()) {
            Optional<FindingKey> key = FindingKey.of(target.id());
            if (key.isEmpty()) {
                return Problem.unprocessable(
                        "An exception is named by realm/finding, got \"%s\""
                                .formatted(target.id()));
            }
            picks.add(new Pick(key.get(), target.seen()));
        }
        if (picks.isEmpty() || picks.size() > config.limits().exceptionsAtOnceMax()) {
            return Problem.unprocessable(
                    "Name 1 to %d exceptions, got %d"
                            .formatted(config.limits().exceptionsAtOnceMax(), picks.size()));
        }
        List<ActAnswer> answers = handle.handle(person, act, picks);
        return Response.status(answers.size() == 1 ? answers.getFirst().status() : 200)
                .entity(WireJson.text(answers))
                .build();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
