package io.tieout.console.proposal;

import io.tieout.model.proposal.ProposalKind;
import io.tieout.model.proposal.ProposalState;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which proposals a list shows, and in which order.
///
/// @param company the realm of the company whose they are, or empty for all
/// @param search words to find in reference, counterparty, project and summary
public record ProposalFilter(Group group, Scope scope, String company, String search, Sort sort) {
    /// Statuses that a person thinks of together.
    public enum Group {
        WAITING("Waiting", ProposalState.Status.AWAITING_APPROVAL),
        STUCK(
                "Stuck",
                ProposalState.Status.BLOCKED,
                ProposalState.Status.FAILED,
                ProposalState.Status.UNKNOWN,
                ProposalState.Status.EXPIRED),
        MOVING("In progress", ProposalState.Status.RECORDED, ProposalState.Status.RELEASED),
        DONE("Done", ProposalState.Status.DONE),
        ENDED(
                "Rejected",
                ProposalState.Status.REJECTED,
                ProposalState.Status.WITHDRAWN,
                ProposalState.Status.REVERSED),
        ALL("All", ProposalState.Status.values());

        private final String label;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<ProposalState.Status> statuses;

        Group(String label, ProposalState.Status... statuses) {
            this.label = label;
            this.statuses = List.of(statuses);
        }

        public String label() {
            return label;
        }

        public List<ProposalState.Status> statuses() {
            return statuses;
        }
    }

    /// Money only, or notes and reconciliations as well.
    public enum Scope {
        MONEY(
                "Money",
                kind ->
                        switch (kind) {
                            case NOTICE, RECONCILIATION, REPORT -> false;
                            case INVOICE,
                                    VOID,
                                    BILL,
                                    JOURNAL_ENTRY,
                                    PURCHASE_ORDER,
                                    TIME_ACTIVITY,
                                    CORRECTION ->
                                    true;
                        }),
        EVERYTHING("Notes too", _ -> true);

        private final String label;

        @SuppressWarnings("ImmutableEnumChecker") // made by toList
        private final List<ProposalKind> kinds;

        Scope(String label, Predicate<ProposalKind> lets) {
            this.label = label;
            this.kinds = Arrays.stream(ProposalKind.values()).filter(lets).toList();
        }

        public String label() {
            return label;
        }

        public List<ProposalKind> kinds() {
            return kinds;
        }
    }

    /// Orders of the list.
    public enum Sort {
        OLDEST("Longest waiting", "waited ASC, reference ASC"),
        NEWEST("Newest", "waited DESC, reference DESC"),
        LARGEST("Largest", "amount DESC NULLS LAST, reference ASC"),
        SMALLEST("Smallest", "amount ASC NULLS LAST, reference ASC"),
        COUNTERPARTY("Customer", "counterparty ASC NULLS LAST, reference ASC");

        private final String label;
        private final String order;

        Sort(String label, String order) {
            this.label = label;
            this.order = order;
        }

        public String label() {
            return label;
        }

        String order() {
            return order;
        }
    }

    /// Reads the parts of an address; what it does not know counts as not given.
    public static ProposalFilter of(
            @Nullable String status,
            @Nullable String scope,
            @Nullable String company,
            @Nullable String search,
            @Nullable String sort) {
        return new ProposalFilter(
                one(Group.values(), status, groupOf(status)),
                one(Scope.values(), scope, Scope.MONEY),
                company == null ? "" : company.strip(),
                search == null ? "" : search.strip(),
                one(Sort.values(), sort, Sort.OLDEST));
    }

    /// The group that a single status belongs to; what waits when it is none.
    private static Group groupOf(@Nullable String status) {
        String wanted = status == null ? "" : status.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(Group.values())
                .filter(group ->
                        group.statuses().stream().anyMatch(one -> one.name().equals(wanted)))
                .findFirst()
                .orElse(Group.WAITING);
    }

    private static <E extends Enum<E>> E one(E[] values, @Nullable String name, E otherwise) {
        String wanted = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .orElse(otherwise);
    }
}
