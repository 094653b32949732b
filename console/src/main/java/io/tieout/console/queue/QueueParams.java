package io.tieout.console.queue;

import io.tieout.console.frame.Address;
import io.tieout.console.queue.QueueFilter.Sort;
import io.tieout.console.queue.QueueFilter.Status;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the address of a list of exceptions says: filter, order, page, the chosen one, and whether
/// all that match are selected. The category of a discrepancy is its kind.
public record QueueParams(
        @QueryParam("status") @Nullable String status,
        @QueryParam("kind") @Nullable String kind,
        @QueryParam("category") @Nullable String category,
        @QueryParam("severity") @Nullable String severity,
        @QueryParam("owner") @Nullable String owner,
        @QueryParam("overdue") @Nullable String overdue,
        @QueryParam("company") @Nullable String company,
        @QueryParam("place") @Nullable String place,
        @QueryParam("q") @Nullable String search,
        @QueryParam("sort") @Nullable String sort,
        @QueryParam("page") @Nullable String pageText,
        @QueryParam("id") @Nullable String id,
        @QueryParam("all") @Nullable String allText,
        @QueryParam("said") @Nullable String said) {
    private static final int PAGE_MAX = 10_000;

    public QueueFilter filter() {
        Status wanted = QueueFilter.one(Status.class, status);
        Sort order = QueueFilter.one(Sort.class, sort);
        return new QueueFilter(
                wanted == null ? Status.OPEN : wanted,
                QueueFilter.one(
                        FindingKind.class, kind == null || kind.isBlank() ? category : kind),
                QueueFilter.one(Severity.class, severity),
                stripped(owner).toLowerCase(Locale.ROOT),
                "true".equals(overdue),
                stripped(company),
                stripped(place),
                stripped(search),
                order == null ? Sort.SEVEREST : order);
    }

    public int page() {
        return pageText != null && pageText.matches("[0-9]{1,5}")
                ? Math.clamp(Integer.parseInt(pageText), 1, PAGE_MAX)
                : 1;
    }

    public boolean all() {
        return "true".equals(allText);
    }

    public String chosen() {
        return stripped(id);
    }

    /// Where this list is found again.
    public static Address address(String path, QueueFilter filter, int page) {
        return Address.of(path)
                .with("status", filter.status() == Status.OPEN ? "" : lower(filter.status()))
                .with("kind", lower(filter.kind()))
                .with("severity", lower(filter.severity()))
                .with("owner", filter.owner())
                .with("overdue", filter.overdue() ? "true" : "")
                .with("company", filter.company())
                .with("place", filter.place())
                .with("q", filter.search())
                .with("sort", filter.sort() == Sort.SEVEREST ? "" : lower(filter.sort()))
                .with("page", page > 1 ? page : "");
    }

    private static String lower(@Nullable Enum<?> value) {
        return value == null ? "" : value.name().toLowerCase(Locale.ROOT);
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
