package io.tieout.console.decision;

import io.tieout.console.access.Person;
import io.tieout.console.frame.Words;
import io.tieout.model.decision.DecisionMade.Verdict;
import io.tieout.model.decision.Role;
import io.tieout.model.proposal.ProposalMade;
import io.tieout.model.proposal.ProposalState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says whether a decision can be sent at all. Whether it counts is audit's to say.
public final class DecisionCheck {
    private DecisionCheck() {}

    /// The refusal, or nothing when the decision may go to audit.
    public static Optional<DecisionAnswer> refusal(
            Person person, Decision decision, ProposalState state) {
        if (!person.mayDecide()) {
            return Optional.of(
                    new DecisionAnswer.NotAllowed(
                            "Only finance or an approver decides about money; you are signed in as %s (%s)."
                                    .formatted(person.name(), person.rolesInWords())));
        }
        if (decision.revision() != state.proposal().revision()
                || !decision.hash().equals(state.hash())) {
            return Optional.of(new DecisionAnswer.Stale(since(decision, state)));
        }
        if (state.status() != ProposalState.Status.AWAITING_APPROVAL) {
            return Optional.of(new DecisionAnswer.NotWaiting(ended(state)));
        }
        if (decision.verdict() == Verdict.REJECTED && !decision.hasReason()) {
            return Optional.of(
                    new DecisionAnswer.Incomplete(
                            "A rejection needs a reason: it is what the project manager gets to read."));
        }
        if (String.valueOf(decision.reason()).length() > Decision.REASON_LENGTH_MAX) {
            return Optional.of(
                    new DecisionAnswer.Incomplete(
                            "The reason is longer than %d characters."
                                    .formatted(Decision.REASON_LENGTH_MAX)));
        }
        return decision.verdict() == Verdict.APPROVED ? notNeeded(person, state) : Optional.empty();
    }

    private static Optional<DecisionAnswer> notNeeded(Person person, ProposalState state) {
        String reference = state.proposal().reference();
        if (state.approvalsGiven().stream()
                .anyMatch(given -> given.by().equalsIgnoreCase(person.email()))) {
            return Optional.of(
                    new DecisionAnswer.NotAllowed(
                            "You approved %s already; what is missing must come from somebody else."
                                    .formatted(reference)));
        }
        List<Role> needed =
                state.approvalsNeeded().stream()
                        .map(ProposalState.ApprovalNeeded::role)
                        .distinct()
                        .toList();
        if (needed.stream().noneMatch(person::is)) {
            return Optional.of(
                    new DecisionAnswer.NotAllowed(
                            "%s waits for %s; you are signed in as %s (%s)."
                                    .formatted(
                                            reference,
                                            needed.stream()
                                                    .map(DecisionCheck::role)
                                                    .collect(Collectors.joining(" and ")),
                                            person.name(),
                                            person.rolesInWords())));
        }
        return Optional.empty();
    }

    private static String since(Decision decision, ProposalState state) {
        ProposalMade now = state.proposal();
        return "%s has changed since you looked: revision %d took the place of revision %d at %s. It now says: %s Look again, then decide."
                .formatted(
                        now.reference(),
                        now.revision(),
                        decision.revision(),
                        Words.clock(state.changedAt()),
                        Words.sentence(now.summary()));
    }

    private static String ended(ProposalState state) {
        String by =
                state.approvalsGiven().stream()
                        .map(given -> given.by() + " (" + role(given.role()) + ")")
                        .collect(Collectors.joining(", "));
        Instant at = state.changedAt();
        return "%s waits no longer: it is %s since %s%s."
                .formatted(
                        state.proposal().reference(),
                        Words.lower(state.status()),
                        Words.clock(at),
                        by.isEmpty() ? "" : ", approved by " + by);
    }

    private static String role(Role role) {
        return role == Role.APPROVER ? "an approver" : role.name().toLowerCase(Locale.ROOT);
    }
}
