package io.tieout.console.exception;

import io.tieout.console.access.Person;
import io.tieout.console.access.RoleHolders;
import io.tieout.console.exception.ExceptionsPage.Actions;
import io.tieout.console.exception.ExceptionsPage.Candidate;
import io.tieout.console.exception.ExceptionsPage.Item;
import io.tieout.console.exception.ExceptionsPage.Remap;
import io.tieout.console.exception.ExceptionsPage.Step;
import io.tieout.console.finding.Finding;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.When;
import io.tieout.console.frame.Words;
import io.tieout.console.handling.ActCheck;
import io.tieout.console.handling.Pick;
import io.tieout.console.queue.Acts;
import io.tieout.console.queue.ExceptionQueue;
import io.tieout.console.queue.History;
import io.tieout.console.queue.Moment;
import io.tieout.console.queue.QueueItem;
import io.tieout.console.queue.Standing;
import io.tieout.console.source.RowWords;
import io.tieout.console.source.SourceRow;
import io.tieout.console.source.SourceRows;
import io.tieout.model.finding.Explained;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.FindingOpened;
import io.tieout.model.id.RowRef;
import io.tieout.model.quickbooks.EntityType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One exception in full, for the person who looks.
@ApplicationScoped
class ExceptionViews {
    private static final Pattern PROPOSAL = Pattern.compile("\\bproposal ([0-9a-f]{12})\\b");
    private static final Set<FindingKind> TESTED =
            Set.of(
                    FindingKind.DISCREPANCY,
                    FindingKind.MISSING_IN_QUICKBOOKS,
                    FindingKind.MISSING_IN_SMARTSHEET,
                    FindingKind.UNBILLED_LABOR,
                    FindingKind.MISSING_RECEIPT,
                    FindingKind.CODING_ERROR,
                    FindingKind.DATA_ENTRY_ERROR,
                    FindingKind.TIMING,
                    FindingKind.AMOUNT_VARIANCE,
                    FindingKind.DUPLICATE);

    private final ExceptionQueue queue;
    private final History history;
    private final Acts acts;
    private final SourceRows rows;
    private final ExceptionLists lists;
    private final RoleHolders holders;

    ExceptionViews(
            ExceptionQueue queue,
            History history,
            Acts acts,
            SourceRows rows,
            ExceptionLists lists,
            RoleHolders holders) {
        this.queue = queue;
        this.history = history;
        this.acts = acts;
        this.rows = rows;
        this.lists = lists;
        this.holders = holders;
    }

    Item item(QueueItem item, Person person, Address here, Instant now) {
        Finding finding = item.finding();
        FindingOpened opened = finding.opened();
        Explained explained = opened == null ? null : opened.explained();
        List<RowRef> refs = opened == null ? List.of() : opened.rows();
        Map<RowRef, SourceRow> known = rows.find(refs);
        List<Candidate> candidates =
                opened == null
                        ? List.of()
                        : opened.candidates().stream()
                                .map(one -> candidate(one, finding.kind()))
                                .toList();
        return new Item(
                item.key().toString(),
                Pick.of(item).toString(),
                finding.kind().words(),
                ExceptionLists.severity(item),
                ExceptionLists.standing(item),
                finding.title(),
                finding.detail(),
                explained == null ? "" : explained.text(),
                explained == null ? "" : explainedBy(explained),
                finding.remedy(),
                finding.amount() == null ? "" : finding.amount().readable(),
                When.ago(finding.openedAt(), now),
                settled(item),
                finding.raisedBy(),
                item.owner() == null ? "" : holders.name(item.owner()),
                ExceptionLists.due(item, queue.today()),
                item.overdue(),
                item.dueChosen() ? item.due().toString() : "",
                finding.proposalId() == null
                        ? ""
                        : "/approvals?status=all&kind=everything&id=" + finding.proposalId(),
                finding.correlationId(),
                refs.stream().map(row -> RowWords.of(row, known.get(row))).toList(),
                candidates,
                candidates.stream().anyMatch(one -> !one.failed().isEmpty()),
                history.of(item.key()).stream().map(this::step).toList(),
                actions(item, person),
                remap(finding, person, here));
    }

    private static String explainedBy(Explained explained) {
        return "Worded by %s from %s"
                .formatted(
                        explained.by().replaceFirst("^model:", "the model "),
                        explained.records().stream()
                                .map(Explained.Citation::name)
                                .collect(Collectors.joining("; ")));
    }

    private Actions actions(QueueItem item, Person person) {
        boolean open = item.standing() == Standing.OPEN;
        boolean mayAccept = ActCheck.mayAccept(person, item.finding().kind());
        return new Actions(
                person.mayHandle(),
                open && person.mayHandle() && !person.email().equals(item.owner()),
                open && mayAccept,
                item.standing() == Standing.ACCEPTED && mayAccept,
                !person.mayHandle()
                        ? "You may look; finance, approvers, operators and admins look after exceptions."
                        : open && !mayAccept
                                ? "Only finance or an approver may accept it as it is."
                                : "",
                open && person.mayHandle() ? lists.owners(item.owner()) : List.of(),
                open && mayAccept ? acts.recentReasons(person.email()) : List.of());
    }

    private String settled(QueueItem item) {
        QueueItem.Acceptance acceptance = item.acceptance();
        if (acceptance != null) {
            return "%s accepted it as it is at %s: %s"
                    .formatted(
                            holders.name(acceptance.person()),
                            Words.exact(acceptance.at()),
                            Words.sentence(acceptance.reason())
                                    + " It comes back when it says something else.");
        }
        Instant at = item.finding().resolvedAt();
        return at == null
                ? ""
                : "%s: %s".formatted(Words.exact(at), String.valueOf(item.finding().resolution()));
    }

    private Step step(Moment moment) {
        return new Step(
                holders.name(moment.who()), moment.what(), When.exact(moment.at()), moment.words());
    }

    /// The finding names the proposal in its words, and its sheet in its id.
    private static @Nullable Remap remap(Finding finding, Person person, Address here) {
        Matcher proposal = PROPOSAL.matcher(finding.remedy());
        if (!finding.open()
                || finding.kind() != FindingKind.MAPPING_BROKEN
                || finding.findingId().brokenSheet().isEmpty()
                || !proposal.find()) {
            return null;
        }
        return new Remap(
                Address.of("/sheets/%s/remap".formatted(finding.findingId().brokenSheet().get()))
                        .with("back", here)
                        .toString(),
                proposal.group(1),
                person.mayRedrive(),
                "Only an operator or an admin decides how sheets are read; you are signed in as %s."
                        .formatted(person.rolesInWords()));
    }

    private static Candidate candidate(
            io.tieout.model.finding.Candidate candidate, FindingKind kind) {
        String note = candidate.note() == null ? "" : candidate.note();
        boolean noteIsTests = candidate.failed().isEmpty() && TESTED.contains(kind);
        return new Candidate(
                candidate.name(),
                candidate.entityType() == EntityType.PURCHASE
                        ? "Expense"
                        : Words.upper(candidate.entityType()),
                candidate.id().value(),
                likeness(candidate.score()),
                noteIsTests ? "" : note,
                noteIsTests ? parts(note) : candidate.failed());
    }

    private static List<String> parts(String note) {
        return Pattern.compile(";\\s*")
                .splitAsStream(note)
                .filter(part -> !part.isBlank())
                .toList();
    }

    /// @param score in thousandths
    private static String likeness(int score) {
        return score < 10 ? "under 1 %" : Math.round(score / 10.0) + " %";
    }
}
