package io.tieout.console.approval;

import io.tieout.console.access.Person;
import io.tieout.console.dossier.Amounts;
import io.tieout.console.dossier.ProposalViews;
import io.tieout.console.frame.Address;
import io.tieout.console.frame.Choice;
import io.tieout.console.frame.When;
import io.tieout.console.proposal.ProposalCard;
import io.tieout.console.proposal.ProposalFilter;
import io.tieout.console.source.CompanyNames;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The list's part of the page: which choices there are, and each card in words.
final class Listing {
    private Listing() {}

    /// The address of this filter; what is usual is left out.
    static Address address(ProposalFilter filter, int page) {
        return Address.of("/approvals")
                .with("status", unless(filter.group(), ProposalFilter.Group.WAITING))
                .with("kind", unless(filter.scope(), ProposalFilter.Scope.MONEY))
                .with("company", filter.company())
                .with("q", filter.search())
                .with("sort", unless(filter.sort(), ProposalFilter.Sort.OLDEST))
                .with("page", page > 1 ? page : "");
    }

    static List<Choice> groups(ProposalFilter filter) {
        return Arrays.stream(ProposalFilter.Group.values())
                .map(group ->
                        new Choice(
                                group.label(),
                                address(
                                        new ProposalFilter(
                                                group,
                                                filter.scope(),
                                                filter.company(),
                                                filter.search(),
                                                filter.sort()),
                                        1),
                                group == filter.group()))
                .toList();
    }

    static List<Choice> scopes(ProposalFilter filter) {
        return Arrays.stream(ProposalFilter.Scope.values())
                .map(scope ->
                        new Choice(
                                scope.label(),
                                address(
                                        new ProposalFilter(
                                                filter.group(),
                                                scope,
                                                filter.company(),
                                                filter.search(),
                                                filter.sort()),
                                        1),
                                scope == filter.scope()))
                .toList();
    }

    static List<Choice> sorts(ProposalFilter filter) {
        return Arrays.stream(ProposalFilter.Sort.values())
                .map(sort -> new Choice(sort.label(), lower(sort), sort == filter.sort(), ""))
                .toList();
    }

    /// What the search form sends along besides what it shows.
    static List<Choice> hidden(ProposalFilter filter) {
        return address(filter, 1)
                .with("company", "")
                .with("q", "")
                .with("sort", "")
                .query()
                .entrySet()
                .stream()
                .map(part -> new Choice(part.getKey(), part.getValue(), false, ""))
                .toList();
    }

    static ApprovalsPage.Card card(
            ProposalCard card,
            CompanyNames companies,
            Address address,
            Person person,
            String chosen,
            Instant now) {
        String id = card.proposalId().toString();
        return new ApprovalsPage.Card(
                id,
                id + ":" + card.revision() + ":" + card.hash(),
                address.with("id", id).toString(),
                id.equals(chosen),
                card.reference(),
                card.revision(),
                card.counterparty() == null ? card.summary() : card.counterparty(),
                card.project() == null ? "" : card.project(),
                companies.tell(card.realmId().value()),
                card.amount() == null ? "" : card.amount().currency().value(),
                card.amount() == null ? "" : Amounts.plain(card.amount()),
                card.amount() == null ? "0" : card.amount().amount().toPlainString(),
                ProposalViews.badge(card.status()),
                card.rolesNeeded().stream()
                        .map(role -> role.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")),
                card.rolesNeeded().stream()
                        .anyMatch(role ->
                                person.roles().stream().anyMatch(held -> held.name().equals(role))),
                When.ago(card.waitingSince(), now));
    }

    private static String unless(Enum<?> value, Enum<?> usual) {
        return value == usual ? "" : lower(value);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
