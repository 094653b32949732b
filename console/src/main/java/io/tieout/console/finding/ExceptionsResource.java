package io.tieout.console.finding;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.tieout.console.ConsoleConfig;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Badge;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.Frames;
import io.tieout.console.frame.Pager;
import io.tieout.console.frame.Section;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.console.source.RowWords;
import io.tieout.console.source.SourceRow;
import io.tieout.console.source.SourceRows;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.finding.Severity;
import io.tieout.model.id.FindingId;
import io.tieout.model.id.RealmId;
import io.tieout.model.id.RowRef;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The exceptions page.
@Path("/exceptions")
@Produces(MediaType.TEXT_HTML)
@Blocking
class ExceptionsResource {
    private final Findings findings;
    private final SourceRows rows;
    private final Frames frames;
    private final ConsoleConfig config;
    private final Clock clock;

    ExceptionsResource(
            Findings findings, SourceRows rows, Frames frames, ConsoleConfig config, Clock clock) {
        this.findings = findings;
        this.rows = rows;
        this.frames = frames;
        this.config = config;
        this.clock = clock;
    }

    @GET
    public TemplateInstance page(
            @QueryParam("status") @Nullable String status,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("q") @Nullable String search,
            @QueryParam("sort") @Nullable String sort,
            @QueryParam("page") @Nullable String pageText,
            @QueryParam("id") @Nullable String id) {
        FindingFilter filter = FindingFilter.of(status, kind, search, sort);
        int page =
                pageText != null && pageText.matches("[0-9]{1,5}")
                        ? Math.max(1, Integer.parseInt(pageText))
                        : 1;
        int size = config.limits().pageSize();
        long count = findings.count(filter);
        List<Finding> shown = findings.list(filter, size, (page - 1) * size);
        Address address = address(filter, page);
        Instant now = clock.instant();
        boolean opened = id != null && !id.isEmpty();
        Optional<Finding> found = opened ? find(String.valueOf(id)) : shown.stream().findFirst();
        String chosen =
                found.map(finding -> finding.realmId() + "/" + finding.findingId()).orElse("");
        return new ExceptionsPage(
                frames.frame(Section.EXCEPTIONS),
                address.with("id", opened ? chosen : "").toString(),
                statuses(filter),
                kinds(filter),
                sorts(filter),
                filter.search(),
                address(filter, 1).with("q", "").with("sort", "").query().entrySet().stream()
                        .map(part -> new Choice(part.getKey(), part.getValue(), false, ""))
                        .toList(),
                shown.stream().map(finding -> line(finding, address, chosen, now)).toList(),
                Words.count(count, "finding"),
                Pager.of(address, page, size, shown.size(), count),
                found.map(finding -> item(finding, now)).orElse(null),
                opened,
                address.toString());
    }

    private Optional<Finding> find(String id) {
        int slash = id.indexOf('/');
        return slash < 1 || slash == id.length() - 1
                ? Optional.empty()
                : findings.find(
                        new RealmId(id.substring(0, slash)),
                        new FindingId(id.substring(slash + 1)));
    }

    private static Address address(FindingFilter filter, int page) {
        return Address.of("/exceptions")
                .with("status", lowerUnless(filter.status(), FindingFilter.Status.OPEN))
                .with(
                        "kind",
                        filter.kind() == null ? "" : filter.kind().name().toLowerCase(Locale.ROOT))
                .with("q", filter.search())
                .with("sort", lowerUnless(filter.sort(), FindingFilter.Sort.SEVEREST))
                .with("page", page > 1 ? page : "");
    }

    private static String lowerUnless(Enum<?> value, Enum<?> usual) {
        return value == usual ? "" : value.name().toLowerCase(Locale.ROOT);
    }

    private static List<Choice> statuses(FindingFilter filter) {
        return Arrays.stream(FindingFilter.Status.values())
                .map(status ->
                        new Choice(
                                status.label(),
                                address(
                                        new FindingFilter(
                                                status,
                                                filter.kind(),
                                                filter.search(),
                                                filter.sort()),
                                        1),
                                status == filter.status()))
                .toList();
    }

    private List<Choice> kinds(FindingFilter filter) {
        List<Choice> choices = new ArrayList<>();
        choices.add(kind(filter, null, "To mend", ""));
        for (Map.Entry<FindingKind, Long> open : findings.openByKind().entrySet()) {
            choices.add(
                    kind(
                            filter,
                            open.getKey(),
                            Words.upper(open.getKey()),
                            open.getValue().toString()));
        }
        boolean chosenIsListed = choices.stream().anyMatch(Choice::taken);
        if (!chosenIsListed && filter.kind() != null) {
            choices.add(kind(filter, filter.kind(), Words.upper(filter.kind()), "0"));
        }
        return choices;
    }

    private static Choice kind(
            FindingFilter filter, @Nullable FindingKind kind, String label, String count) {
        FindingFilter changed =
                new FindingFilter(filter.status(), kind, filter.search(), filter.sort());
        return new Choice(label, address(changed, 1).toString(), kind == filter.kind(), count);
    }

    private static List<Choice> sorts(FindingFilter filter) {
        return Arrays.stream(FindingFilter.Sort.values())
                .map(sort ->
                        new Choice(
                                sort.label(),
                                sort.name().toLowerCase(Locale.ROOT),
                                sort == filter.sort(),
                                ""))
                .toList();
    }

    private static ExceptionsPage.Line line(
            Finding finding, Address address, String chosen, Instant now) {
        String id = finding.realmId() + "/" + finding.findingId();
        return new ExceptionsPage.Line(
                id,
                address.with("id", id).toString(),
                id.equals(chosen),
                finding.title(),
                Words.upper(finding.kind()),
                finding.open() ? severity(finding) : Badge.good("resolved"),
                finding.amount() == null ? "" : finding.amount().readable(),
                When.ago(finding.openedAt(), now));
    }

    private ExceptionsPage.Item item(Finding finding, Instant now) {
        FindingOpened opened = finding.opened();
        List<RowRef> refs = opened == null ? List.of() : opened.rows();
        Map<RowRef, SourceRow> known = rows.find(refs);
        return new ExceptionsPage.Item(
                finding.realmId() + "/" + finding.findingId(),
                Words.upper(finding.kind()),
                severity(finding),
                finding.open() ? Badge.waiting("open") : Badge.good("resolved"),
                finding.title(),
                finding.detail(),
                finding.remedy(),
                finding.amount() == null ? "" : finding.amount().readable(),
                When.ago(finding.openedAt(), now),
                resolution(finding),
                finding.raisedBy(),
                finding.proposalId() == null
                        ? ""
                        : "/approvals?status=all&kind=everything&id=" + finding.proposalId(),
                finding.correlationId(),
                refs.stream().map(row -> RowWords.of(row, known.get(row))).toList(),
                opened == null
                        ? List.of()
                        : opened.candidates().stream().map(ExceptionsResource::candidate).toList());
    }

    private static String resolution(Finding finding) {
        Instant at = finding.resolvedAt();
        return at == null
                ? ""
                : "%s: %s".formatted(Words.exact(at), String.valueOf(finding.resolution()));
    }

    private static ExceptionsPage.Candidate candidate(io.tieout.model.finding.Candidate candidate) {
        return new ExceptionsPage.Candidate(
                candidate.name(),
                Words.upper(candidate.entityType()),
                candidate.id().value(),
                Math.round(candidate.score() / 10.0) + " %",
                candidate.note() == null ? "" : candidate.note());
    }

    private static Badge severity(Finding finding) {
        return finding.severity() == Severity.ERROR
                ? Badge.bad("error")
                : finding.severity() == Severity.WARNING
                        ? Badge.waiting("warning")
                        : Badge.quiet("info");
    }
}
