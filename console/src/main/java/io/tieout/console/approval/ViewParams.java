package io.tieout.console.approval;

import io.tieout.console.proposal.ProposalFilter;
import io.tieout.model.id.ProposalId;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the address of the approvals page says: filter, order, page, the chosen one, and whether
/// all that match are selected.
record ViewParams(
        @QueryParam("status") @Nullable String status,
        @QueryParam("kind") @Nullable String kind,
        @QueryParam("company") @Nullable String company,
        @QueryParam("q") @Nullable String search,
        @QueryParam("sort") @Nullable String sort,
        @QueryParam("page") @Nullable String pageText,
        @QueryParam("id") @Nullable String id,
        @QueryParam("all") @Nullable String allText) {
    private static final int PAGE_MAX = 10_000;

    ProposalFilter filter() {
        return ProposalFilter.of(status, kind, company, search, sort);
    }

    int page() {
        return pageText != null && pageText.matches("[0-9]{1,5}")
                ? Math.clamp(Integer.parseInt(pageText), 1, PAGE_MAX)
                : 1;
    }

    boolean all() {
        return "true".equals(allText);
    }

    Optional<ProposalId> chosen() {
        try {
            return id == null || id.isBlank() ? Optional.empty() : Optional.of(ProposalId.of(id));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
