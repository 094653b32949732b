package io.tieout.console.exception;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.Person;
import io.tieout.console.access.RoleHolders;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.Words;
import io.tieout.console.handling.Act;
import io.tieout.console.handling.ActAnswer;
import io.tieout.console.handling.ActCheck;
import io.tieout.console.handling.Arrival;
import io.tieout.console.handling.HandleExceptions;
import io.tieout.console.handling.Pick;
import io.tieout.console.queue.Acts;
import io.tieout.console.queue.ExceptionQueue;
import io.tieout.console.queue.QueueItem;
import io.tieout.console.queue.QueueParams;
import io.tieout.model.money.Money;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The buttons of the exceptions page: about one, or about many after the facts were repeated.
@Path("/exceptions")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Blocking
class ExceptionForms {
    private final ExceptionQueue queue;
    private final HandleExceptions handle;
    private final Arrival arrival;
    private final Acts acts;
    private final ExceptionsResource pages;
    private final ExceptionLists lists;
    private final RoleHolders holders;
    private final SignedIn signedIn;
    private final Frames frames;
    private final ConsoleConfig config;

    ExceptionForms(
            ExceptionQueue queue,
            HandleExceptions handle,
            Arrival arrival,
            Acts acts,
            ExceptionsResource pages,
            ExceptionLists lists,
            RoleHolders holders,
            SignedIn signedIn,
            Frames frames,
            ConsoleConfig config) {
        this.queue = queue;
        this.handle = handle;
        this.arrival = arrival;
        this.acts = acts;
        this.pages = pages;
        this.lists = lists;
        this.holders = holders;
        this.signedIn = signedIn;
        this.frames = frames;
        this.config = config;
    }

    @POST
    public Response act(@BeanParam QueueParams view, @BeanParam ActForm form) {
        Person person = signedIn.person();
        Optional<Act> read = form.act(person.email());
        if (read.isEmpty()) {
            return refused(422, view, "It was not said what is to be done.");
        }
        Act act = read.get();
        List<Pick> picks = view.all() && !form.isConfirmed() ? all(view) : form.picks();
        int most = config.limits().exceptionsAtOnceMax();
        if (picks.isEmpty() || picks.size() > most) {
            return refused(
                    422, view, "Select 1 to %d exceptions; %d were.".formatted(most, picks.size()));
        }
        if (!form.isConfirmed() && !form.isTaking()) {
            return html(200, ask(view, form, act, picks));
        }
        Optional<String> fault =
                ActCheck.fault(
                        act,
                        act instanceof Act.Assign(String owner) && holders.handles(owner),
                        queue.today());
        if (fault.isPresent()) {
            return refused(422, view, fault.get());
        }
        List<ActAnswer> answers = handle.handle(person, act, picks);
        boolean arrived = arrival.await(answers);
        return picks.size() == 1
                ? one(view, answers.getFirst())
                : html(200, results(view, answers, arrived));
    }

    private Response one(QueueParams view, ActAnswer answer) {
        return answer.good()
                ? Response.seeOther(URI.create(back(view, answer.id()))).build()
                : refused(answer.status(), view, answer.sentence());
    }

    private static String back(QueueParams view, String id) {
        return ExceptionLists.address(view.filter(), view.page())
                .with("id", view.chosen().isEmpty() ? "" : id)
                .toString();
    }

    private List<Pick> all(QueueParams view) {
        return queue
                .list(
                        view.filter(),
                        signedIn.person().email(),
                        config.limits().exceptionsAtOnceMax(),
                        0)
                .stream()
                .map(Pick::of)
                .toList();
    }

    private HandlePage ask(QueueParams view, ActForm form, Act act, List<Pick> picks) {
        Person person = signedIn.person();
        Act asIfFilledIn = form.isComplete() ? act : form.example();
        List<HandlePage.Item> items = new ArrayList<>();
        for (Pick pick : picks) {
            Optional<QueueItem> item = queue.find(pick.key());
            item.ifPresent(found ->
                    items.add(
                            new HandlePage.Item(
                                    pick.toString(),
                                    found.finding().title(),
                                    found.finding().detail(),
                                    amount(found),
                                    handle.refusal(person, asIfFilledIn, pick)
                                            .map(ActAnswer::sentence)
                                            .orElse(""))));
        }
        int going = (int) items.stream().filter(item -> item.refusal().isEmpty()).count();
        return new HandlePage(
                frames.frame(Section.EXCEPTIONS, form.verb()),
                ExceptionLists.address(view.filter(), view.page()).toString(),
                form.name(),
                "%s: %s".formatted(form.verb(), Words.count(items.size(), "exception")),
                form.button(going),
                items,
                items.size() - going,
                lists.owners(person.email()),
                acts.recentReasons(person.email()));
    }

    private static String amount(QueueItem item) {
        Money amount = item.finding().amount();
        return amount == null ? "" : amount.readable();
    }

    private HandledPage results(QueueParams view, List<ActAnswer> answers, boolean arrived) {
        long good = answers.stream().filter(ActAnswer::good).count();
        return new HandledPage(
                frames.frame(Section.EXCEPTIONS, "Results"),
                ExceptionLists.address(view.filter(), view.page()).toString(),
                "Done for %d of %s%s"
                        .formatted(
                                good,
                                Words.count(answers.size(), "exception"),
                                arrived ? "" : "; the list follows in a moment"),
                answers.stream()
                        .map(answer ->
                                new HandledPage.Item(
                                        answer.good() ? Badge.good("done") : Badge.bad("not done"),
                                        answer.title(),
                                        answer.sent() ? "" : answer.sentence(),
                                        "/exceptions?status=all&id=" + answer.id()))
                        .toList());
    }

    private Response refused(int status, QueueParams view, String message) {
        return html(status, pages.page(view, message, false));
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }
}
