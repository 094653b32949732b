package io.tieout.console.exception;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.Person;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Pager;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.Words;
import io.tieout.console.queue.ExceptionQueue;
import io.tieout.console.queue.FindingKey;
import io.tieout.console.queue.QueueFilter;
import io.tieout.console.queue.QueueItem;
import io.tieout.console.queue.QueueParams;
import io.tieout.console.source.BookEntries;
import io.tieout.console.source.CompanyNames;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The exceptions page.
@Path("/exceptions")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ExceptionsResource {
    private static final String REMAP_SENT =
            "Accepted. The sheet is read anew with these columns; the exception is resolved once it fits.";

    private final ExceptionQueue queue;
    private final ExceptionLists lists;
    private final ExceptionViews views;
    private final BookEntries entries;
    private final SignedIn signedIn;
    private final Frames frames;
    private final ConsoleConfig config;
    private final Clock clock;

    ExceptionsResource(
            ExceptionQueue queue,
            ExceptionLists lists,
            ExceptionViews views,
            BookEntries entries,
            SignedIn signedIn,
            Frames frames,
            ConsoleConfig config,
            Clock clock) {
        this.queue = queue;
        this.lists = lists;
        this.views = views;
        this.entries = entries;
        this.signedIn = signedIn;
        this.frames = frames;
        this.config = config;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page(@BeanParam QueueParams params) {
        return page(params, "remap".equals(params.said()) ? REMAP_SENT : "", true);
    }

    /// The page with what became of the last press of a button on it.
    ExceptionsPage page(QueueParams params, String message, boolean good) {
        QueueFilter filter = params.filter();
        Person person = signedIn.person();
        String me = person.email();
        int size = config.limits().pageSize();
        long count = queue.count(filter, me);
        List<QueueItem> shown = queue.list(filter, me, size, (params.page() - 1) * size);
        Address address = ExceptionLists.address(filter, params.page());
        Instant now = clock.instant();
        boolean opened = !params.chosen().isEmpty();
        Optional<QueueItem> found =
                opened
                        ? FindingKey.of(params.chosen()).flatMap(queue::find)
                        : shown.stream().findFirst();
        String chosen = found.map(item -> item.key().toString()).orElse("");
        CompanyNames companies = entries.companies();
        Address here = address.with("id", opened ? chosen : "");
        return new ExceptionsPage(
                frames.frame(Section.EXCEPTIONS),
                here.toString(),
                ExceptionLists.statuses(filter),
                lists.whose(filter, me),
                lists.kinds(filter),
                ExceptionLists.sorts(filter),
                filter.search(),
                ExceptionLists.hidden(filter),
                lists.narrowing(filter),
                shown.stream()
                        .map(item -> lists.line(item, companies, address, chosen, now))
                        .toList(),
                Words.count(count, "exception"),
                Pager.of(address, params.page(), size, shown.size(), count),
                address.with("all", "true").toString(),
                params.all(),
                person.mayHandle() && filter.status() != QueueFilter.Status.RESOLVED,
                found.map(item -> views.item(item, person, address.with("id", chosen), now))
                        .orElse(null),
                opened,
                address.toString(),
                message.isEmpty() && opened && found.isEmpty()
                        ? "The console knows no exception %s. It may not have arrived yet; reload in a moment."
                                .formatted(params.chosen())
                        : message,
                good && (!opened || found.isPresent()));
    }
}
