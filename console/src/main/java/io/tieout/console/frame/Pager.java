package io.tieout.console.frame;

/// Where a page of a list stands among the others.
///
/// @param previous address of the page before, or empty
/// @param next address of the page after, or empty
public record Pager(long first, long last, long count, String previous, String next) {
    public static Pager of(Address address, int page, int size, int shown, long count) {
        long first = (long) (page - 1) * size;
        return new Pager(
                shown == 0 ? 0 : first + 1,
                first + shown,
                count,
                page > 1 ? address.with("page", page - 1 == 1 ? "" : page - 1).toString() : "",
                first + shown < count ? address.with("page", page + 1).toString() : "");
    }
}
