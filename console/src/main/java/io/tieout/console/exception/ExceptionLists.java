package io.tieout.console.exception;

import io.tieout.console.access.RoleHolders;
import io.tieout.console.exception.ExceptionsPage.Line;
import io.tieout.console.exception.ExceptionsPage.Narrowing;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.console.handling.Pick;
import io.tieout.console.queue.ExceptionQueue;
import io.tieout.console.queue.QueueFilter;
import io.tieout.console.queue.QueueItem;
import io.tieout.console.queue.QueueParams;
import io.tieout.console.queue.Standing;
import io.tieout.console.source.BookEntries;
import io.tieout.console.source.CompanyNames;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import io.tieout.model.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The filters, orders and lines of the queue's list.
@ApplicationScoped
class ExceptionLists {
    private static final String PATH = "/exceptions";
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR =
            DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final ExceptionQueue queue;
    private final RoleHolders holders;
    private final BookEntries entries;

    ExceptionLists(ExceptionQueue queue, RoleHolders holders, BookEntries entries) {
        this.queue = queue;
        this.holders = holders;
        this.entries = entries;
    }

    static Address address(QueueFilter filter, int page) {
        return QueueParams.address(PATH, filter, page);
    }

    static List<Choice> statuses(QueueFilter filter) {
        return Arrays.stream(QueueFilter.Status.values())
                .map(status ->
                        new Choice(
                                status.label(),
                                address(filter.withStatus(status), 1),
                                status == filter.status()))
                .toList();
    }

    /// Mine, nobody's, overdue: each with how many there are under the rest of the filter.
    List<Choice> whose(QueueFilter filter, String me) {
        return List.of(
                new Choice(
                        "All",
                        address(filter.withOwner("", false), 1),
                        filter.owner().isEmpty() && !filter.overdue()),
                whose(filter.withOwner(QueueFilter.ME, false), filter, me, "Mine"),
                whose(filter.withOwner(QueueFilter.NOBODY, false), filter, me, "Nobody's"),
                whose(filter.withOwner("", true), filter, me, "Overdue"));
    }

    private Choice whose(QueueFilter wanted, QueueFilter present, String me, String label) {
        return new Choice(
                label,
                address(wanted, 1).toString(),
                wanted.equals(present),
                Long.toString(queue.count(wanted, me)));
    }

    List<Choice> kinds(QueueFilter filter) {
        List<Choice> choices = new ArrayList<>();
        choices.add(kind(filter, null, "To mend", ""));
        for (Map.Entry<FindingKind, Long> open : queue.openByKind().entrySet()) {
            choices.add(
                    kind(filter, open.getKey(), open.getKey().words(), open.getValue().toString()));
        }
        boolean chosenIsListed = choices.stream().anyMatch(Choice::taken);
        if (!chosenIsListed && filter.kind() != null) {
            choices.add(kind(filter, filter.kind(), filter.kind().words(), "0"));
        }
        return choices;
    }

    private static Choice kind(
            QueueFilter filter, @Nullable FindingKind kind, String label, String count) {
        return new Choice(
                label, address(filter.withKind(kind), 1).toString(), kind == filter.kind(), count);
    }

    static List<Choice> sorts(QueueFilter filter) {
        return options(QueueFilter.Sort.values(), filter.sort(), QueueFilter.Sort::label, null);
    }

    /// What the filter's form does not show, so that it is not lost when it is sent.
    static List<Choice> hidden(QueueFilter filter) {
        return address(filter, 1)
                .with("q", "")
                .with("sort", "")
                .with("owner", "")
                .with("severity", "")
                .with("company", "")
                .with("place", "")
                .query()
                .entrySet()
                .stream()
                .map(part -> new Choice(part.getKey(), part.getValue(), false, ""))
                .toList();
    }

    Narrowing narrowing(QueueFilter filter) {
        List<Choice> owners = new ArrayList<>();
        owners.add(new Choice("Anybody", "", filter.owner().isEmpty(), ""));
        owners.add(option("Me", QueueFilter.ME, filter.owner()));
        owners.add(option("Nobody", QueueFilter.NOBODY, filter.owner()));
        holders.handlers()
                .forEach(person ->
                        owners.add(option(person.name(), person.email(), filter.owner())));
        if (owners.stream().noneMatch(Choice::taken)) {
            owners.add(option(filter.owner(), filter.owner(), filter.owner()));
        }
        return new Narrowing(
                owners,
                options(Severity.values(), filter.severity(), Words::upper, "Any severity"),
                entries.companies().choices(filter.company()),
                filter.place(),
                filter.severity() != null
                        || !filter.company().isEmpty()
                        || !filter.place().isEmpty()
                        || !List.of("", QueueFilter.ME, QueueFilter.NOBODY)
                                .contains(filter.owner()));
    }

    private static Choice option(String label, String value, String taken) {
        return new Choice(label, value, value.equals(taken), "");
    }

    private static <E extends Enum<E>> List<Choice> options(
            E[] values, @Nullable E taken, Function<E, String> label, @Nullable String any) {
        List<Choice> choices = new ArrayList<>();
        if (any != null) {
            choices.add(new Choice(any, "", taken == null, ""));
        }
        for (E value : values) {
            choices.add(
                    new Choice(
                            label.apply(value),
                            value.name().toLowerCase(Locale.ROOT),
                            value == taken,
                            ""));
        }
        return choices;
    }

    Line line(QueueItem item, CompanyNames companies, Address address, String chosen, Instant now) {
        String id = item.key().toString();
        Money amount = item.finding().amount();
        boolean open = item.standing() == Standing.OPEN;
        return new Line(
                id,
                Pick.of(item).toString(),
                address.with("id", id).toString(),
                id.equals(chosen),
                item.finding().title(),
                item.finding().kind().words(),
                companies.tell(item.finding().realmId().value()),
                open ? severity(item) : standing(item),
                amount == null ? "" : amount.readable(),
                amount == null ? "" : amount.amount().toPlainString(),
                amount == null ? "" : amount.currency().value(),
                item.owner() == null ? "" : holders.name(item.owner()),
                open ? due(item, queue.today()) : "",
                item.overdue(),
                item.comments(),
                When.ago(item.finding().openedAt(), now));
    }

    /// `due today`, `due 27 Nov`, `3 days overdue`.
    static String due(QueueItem item, LocalDate today) {
        long days = today.toEpochDay() - item.due().toEpochDay();
        if (days > 0) {
            return Words.count(days, "day") + " overdue";
        }
        return switch ((int) Math.max(days, -2)) {
            case 0 -> "due today";
            case -1 -> "due tomorrow";
            default ->
                    "due "
                            + (item.due().getYear() == today.getYear() ? DAY : DAY_OF_YEAR)
                                    .format(item.due());
        };
    }

    static Badge severity(QueueItem item) {
        return switch (item.finding().severity()) {
            case ERROR -> Badge.bad("error");
            case WARNING -> Badge.waiting("warning");
            case INFO -> Badge.quiet("info");
        };
    }

    static Badge standing(QueueItem item) {
        return switch (item.standing()) {
            case OPEN -> Badge.waiting("open");
            case ACCEPTED -> Badge.good("accepted");
            case RESOLVED -> Badge.good("resolved");
        };
    }

    /// Those whom it can be assigned to, and who it is assigned to now.
    List<Choice> owners(@Nullable String owner) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("Nobody", "", owner == null, ""));
        holders.handlers()
                .forEach(person ->
                        choices.add(
                                new Choice(
                                        person.name(),
                                        person.email(),
                                        Objects.equals(person.email(), owner),
                                        "")));
        if (owner != null && choices.stream().noneMatch(Choice::taken)) {
            choices.add(option(owner, owner, owner));
        }
        return choices;
    }
}
