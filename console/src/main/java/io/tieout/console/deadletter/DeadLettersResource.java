package io.tieout.console.deadletter;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.access.SignedIn;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Pager;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.kit.json.WireJson;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The dead letters page.
@Path("/dead-letters")
@Produces(MediaType.TEXT_HTML)
@Blocking
class DeadLettersResource {
    private final DeadLetters letters;
    private final RedriveMany redrive;
    private final SignedIn signedIn;
    private final Frames frames;
    private final ConsoleConfig config;
    private final Clock clock;

    DeadLettersResource(
            DeadLetters letters,
            RedriveMany redrive,
            SignedIn signedIn,
            Frames frames,
            ConsoleConfig config,
            Clock clock) {
        this.letters = letters;
        this.redrive = redrive;
        this.signedIn = signedIn;
        this.frames = frames;
        this.config = config;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page(@BeanParam DeadLetterFilter filter) {
        return page(filter, "");
    }

    /// First shows what would be sent; sends when that was confirmed.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response redrive(
            @BeanParam DeadLetterFilter filter,
            @FormParam("pick") @Nullable List<String> picks,
            @FormParam("replacement") @Nullable String replacement,
            @FormParam("confirmed") @Nullable String confirmed) {
        if (!signedIn.person().mayRedrive()) {
            return html(
                    403,
                    page(
                            filter,
                            DeadLetterApi.NOT_ALLOWED.formatted(signedIn.person().rolesInWords())));
        }
        boolean dryRun = confirmed == null;
        List<UUID> ids =
                filter.all() && dryRun
                        ? letters.list(filter, config.limits().redrivesAtOnceMax(), 0).stream()
                                .map(DeadLetter::id)
                                .toList()
                        : ids(picks == null ? List.of() : picks);
        if (ids.isEmpty() || ids.size() > config.limits().redrivesAtOnceMax()) {
            return html(
                    422,
                    page(
                            filter,
                            "Select 1 to %d dead letters; %d were."
                                    .formatted(config.limits().redrivesAtOnceMax(), ids.size())));
        }
        String text = replacement == null || ids.size() > 1 ? "" : replacement;
        Patch patch = text.isBlank() ? Patch.NONE : new Patch.Replacement(text);
        List<RedriveAnswer> answers = redrive.handle(signedIn.person(), ids, patch, dryRun);
        return html(200, outcome(filter, answers, dryRun, text));
    }

    private RedrivePage outcome(
            DeadLetterFilter filter, List<RedriveAnswer> answers, boolean dryRun, String text) {
        int good = (int) answers.stream().filter(RedriveAnswer::good).count();
        int superseded = (int) answers.stream().filter(RedriveAnswer::superseded).count();
        return new RedrivePage(
                frames.frame(Section.DEAD_LETTERS, dryRun ? "Dry run" : "Results"),
                filter.address().toString(),
                dryRun,
                dryRun
                        ? "%d of %s would be sent%s"
                                .formatted(
                                        good,
                                        Words.count(answers.size(), "dead letter"),
                                        superseded == 0
                                                ? ""
                                                : ", %d superseded".formatted(superseded))
                        : "%d of %s sent"
                                .formatted(good, Words.count(answers.size(), "dead letter")),
                good + superseded,
                text,
                answers.stream()
                        .map(answer ->
                                new RedrivePage.Item(
                                        answer.id().toString(),
                                        answer.good() || answer.superseded(),
                                        badge(answer),
                                        answer.topic(),
                                        answer.sentence()))
                        .toList());
    }

    private DeadLettersPage page(DeadLetterFilter filter, String message) {
        Instant now = clock.instant();
        int size = config.limits().pageSize();
        long count = letters.count(filter);
        List<DeadLetter> shown = letters.list(filter, size, (filter.page() - 1) * size);
        Address address = filter.address();
        boolean opened = filter.chosen().isPresent();
        Optional<DeadLetter> chosen =
                opened ? filter.chosen().flatMap(letters::find) : shown.stream().findFirst();
        String id = chosen.map(letter -> letter.id().toString()).orElse("");
        boolean may = signedIn.person().mayRedrive();
        return new DeadLettersPage(
                frames.frame(Section.DEAD_LETTERS),
                address.with("id", opened ? id : "").toString(),
                Stream.of("open", "redriven", "all")
                        .map(status ->
                                new Choice(
                                        status.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                                + status.substring(1),
                                        address.with("page", "")
                                                .with(
                                                        "status",
                                                        status.equals("open") ? "" : status),
                                        status.equals(filter.status())))
                        .toList(),
                filter.search(),
                address.with("q", "").with("page", "").query().entrySet().stream()
                        .map(part -> new Choice(part.getKey(), part.getValue(), false, ""))
                        .toList(),
                Words.count(count, "dead letter"),
                filter.isOneCause() ? List.of() : causes(filter, now),
                filter.isOneCause()
                        ? "%s · %s · %s".formatted(filter.code(), filter.topic(), filter.group())
                        : "",
                address.with("code", "")
                        .with("topic", "")
                        .with("group", "")
                        .with("page", "")
                        .toString(),
                shown.stream().map(letter -> line(letter, address, id, now)).toList(),
                Pager.of(address, filter.page(), size, shown.size(), count),
                address.with("all", "true").toString(),
                filter.all(),
                may,
                may ? "" : DeadLetterApi.NOT_ALLOWED.formatted(signedIn.person().rolesInWords()),
                chosen.map(letter -> letter(letter, now)).orElse(null),
                opened,
                address.toString(),
                message);
    }

    private List<DeadLettersPage.CauseLine> causes(DeadLetterFilter filter, Instant now) {
        return letters.causes(filter).stream()
                .map(cause ->
                        new DeadLettersPage.CauseLine(
                                cause.cause().errorCode(),
                                cause.cause().topic(),
                                cause.cause().group(),
                                cause.count(),
                                When.ago(cause.newest(), now),
                                filter.address()
                                        .with("page", "")
                                        .with("code", cause.cause().errorCode())
                                        .with("topic", cause.cause().topic())
                                        .with("group", cause.cause().group())
                                        .toString()))
                .toList();
    }

    private static DeadLettersPage.Line line(
            DeadLetter letter, Address address, String chosen, Instant now) {
        return new DeadLettersPage.Line(
                letter.id().toString(),
                address.with("id", letter.id()).toString(),
                letter.id().toString().equals(chosen),
                letter.reason(),
                letter.key(),
                letter.cause().errorCode(),
                letter.cause().topic(),
                letter.cause().group(),
                badge(letter),
                When.ago(letter.givenUpAt(), now));
    }

    private static DeadLettersPage.Letter letter(DeadLetter letter, Instant now) {
        DeadLetter.Redriven redriven = letter.redriven();
        String pretty = pretty(letter.value());
        return new DeadLettersPage.Letter(
                letter.id().toString(),
                letter.cause().errorCode(),
                letter.cause().topic(),
                letter.cause().group(),
                letter.reason(),
                letter.key(),
                badge(letter),
                When.ago(letter.givenUpAt(), now),
                letter.attempts(),
                "%s, partition %d, offset %d"
                        .formatted(
                                letter.sourceTopic(),
                                letter.sourcePartition(),
                                letter.sourceOffset()),
                letter.correlationId(),
                redriven == null
                        ? ""
                        : "%s redrove it at %s%s."
                                .formatted(
                                        redriven.by(),
                                        Words.exact(redriven.at()),
                                        redriven.patched()
                                                ? ", patched, as event " + redriven.newEventId()
                                                : ", as it was"),
                letter.isOpen(),
                !pretty.isEmpty(),
                pretty.isEmpty() ? new String(letter.value(), StandardCharsets.UTF_8) : pretty,
                letter.stack());
    }

    private static Badge badge(RedriveAnswer answer) {
        String word = answer.answer().replace('-', ' ');
        if (answer.superseded()) {
            return Badge.waiting(word);
        }
        return answer.good() ? Badge.good(word) : Badge.bad(word);
    }

    private static Badge badge(DeadLetter letter) {
        return letter.isOpen() ? Badge.bad("open") : Badge.good("redriven");
    }

    /// Indented when it is JSON, else empty.
    private static String pretty(byte[] value) {
        try {
            var node = WireJson.mapper().readTree(value);
            return node == null || !node.isContainerNode() ? "" : node.toPrettyString();
        } catch (IOException _) {
            return "";
        }
    }

    private static List<UUID> ids(List<String> picks) {
        return picks.stream()
                .filter(pick -> pick.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString)
                .distinct()
                .toList();
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .build();
    }
}
