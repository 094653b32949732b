package io.tieout.ingest.approval;

import io.tieout.ingest.approval.ApprovalOutcome.Decided;
import io.tieout.ingest.approval.ApprovalOutcome.Outdated;
import io.tieout.ingest.approval.ApprovalOutcome.Refused;
import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.decision.Role;
import io.tieout.model.effect.UpdateRows;
import io.tieout.model.id.RowRef;
import io.tieout.model.proposal.EffectState;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import io.tieout.model.smartsheet.ColumnPart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Decides what the approval cells of a draft amount to. An approval counts only when every row of
/// the draft says so, at the revision that was written to it, set afterwards by a person whose role
/// allows it. Pure.
final class SheetApproval {
    private SheetApproval() {}

    /// What the cells say, before anybody asks who wrote them; nothing when they say nothing.
    static List<ApprovalQuestion> questions(ProposalState state, Collection<ApprovalCells> cells) {
        ProposalMade proposal = state.proposal();
        String reference = proposal.reference() + " r" + proposal.revision();
        Set<RowRef> rows = cells.stream().map(ApprovalCells::row).collect(Collectors.toSet());
        boolean isWritten =
                rows.containsAll(proposal.rows())
                        && cells.stream().allMatch(cell -> reference.equals(cell.draftReference()));
        if (!isWritten || writtenAt(state) == null) {
            return List.of();
        }
        List<ApprovalQuestion> questions = new ArrayList<>();
        ask(state, cells, Role.FINANCE, ApprovalCells::finance, questions);
        ask(state, cells, Role.APPROVER, ApprovalCells::approver, questions);
        return questions.stream()
                .filter(question -> question.verdict() == Verdict.REJECTED)
                .findFirst()
                .map(List::of)
                .orElse(questions);
    }

    private static void ask(
            ProposalState state,
            Collection<ApprovalCells> cells,
            Role role,
            Function<ApprovalCells, @Nullable String> column,
            List<ApprovalQuestion> questions) {
        List<RowRef> rejected = saying(cells, column, Verdict.REJECTED);
        List<RowRef> approved = saying(cells, column, Verdict.APPROVED);
        boolean isNeeded =
                state.approvalsNeeded().stream().anyMatch(needed -> needed.role() == role);
        if (!rejected.isEmpty()) {
            questions.add(
                    new ApprovalQuestion(
                            role, Verdict.REJECTED, rejected, rejected.size() == cells.size()));
        } else if (isNeeded && approved.size() == cells.size()) {
            questions.add(new ApprovalQuestion(role, Verdict.APPROVED, approved, true));
        }
    }

    private static List<RowRef> saying(
            Collection<ApprovalCells> cells,
            Function<ApprovalCells, @Nullable String> column,
            Verdict verdict) {
        return cells.stream()
                .filter(cell -> says(column.apply(cell), verdict))
                .map(ApprovalCells::row)
                .sorted(Comparator.comparing(RowRef::key))
                .toList();
    }

    /// When the draft's reference had been written to its rows; absent while it has not.
    static @Nullable Instant writtenAt(ProposalState state) {
        return state.proposal().effects().stream()
                .filter(UpdateRows.class::isInstance)
                .map(UpdateRows.class::cast)
                .filter(SheetApproval::writesReference)
                .flatMap(update ->
                        state.effects().stream()
                                .filter(effect -> effect.effectId().equals(update.effectId())))
                .filter(effect -> effect.status() == EffectState.Status.DONE)
                .map(EffectState::changedAt)
                .findFirst()
                .orElse(null);
    }

    private static boolean writesReference(UpdateRows update) {
        return update.rows().stream()
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> cell.part() == ColumnPart.DRAFT_REFERENCE);
    }

    /// What it amounts to, now that it is known who wrote the cells.
    ///
    /// @param notBefore an approval older than that was meant for something else
    static ApprovalOutcome judge(
            ProposalState state,
            ApprovalQuestion question,
            Collection<CellAuthor> authors,
            Deciders deciders,
            Instant notBefore) {
        if (authors.stream().anyMatch(author -> !says(author.content(), question.verdict()))) {
            return new Outdated();
        }
        for (CellAuthor author : authors) {
            Refused refusal = refusal(state, question, author, deciders, notBefore);
            if (refusal != null) {
                return refusal;
            }
        }
        CellAuthor last =
                authors.stream().max(Comparator.comparing(CellAuthor::writtenAt)).orElseThrow();
        String person = last.author();
        if (person == null) {
            throw new IllegalStateException("A cell without an author was accepted");
        }
        return new Decided(
                question.role(),
                question.verdict(),
                person,
                last.writtenAt(),
                question.whole() ? List.of() : question.rows());
    }

    private static @Nullable Refused refusal(
            ProposalState state,
            ApprovalQuestion question,
            CellAuthor author,
            Deciders deciders,
            Instant notBefore) {
        String role = question.role().name().toLowerCase(Locale.ROOT);
        String remedy =
                "Clear the cells, then let a person with the %s role set them in every row of %s, or decide on the console."
                        .formatted(role, state.proposal().reference());
        String email = author.author();
        String objection =
                email == null
                        ? "It was set by an automation, not by a person."
                        : deciders.objection(email, question.role(), author.row().sheetId());
        String why;
        if (objection != null) {
            why = objection;
        } else if (author.writtenAt().isBefore(notBefore)) {
            why = email + " set it before this revision of the draft was written to the row.";
        } else {
            return null;
        }
        return new Refused(
                question.role(), question.verdict(), why, remedy, author.row(), author.writtenAt());
    }

    private static boolean says(@Nullable String cell, Verdict verdict) {
        return cell != null && cell.strip().equalsIgnoreCase(verdict.name());
    }
}
