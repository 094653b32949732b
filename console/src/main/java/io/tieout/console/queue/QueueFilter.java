package io.tieout.console.queue;

import io.tieout.console.finding.FindingFilter;
import io.tieout.model.finding.FindingKind;
import io.tieout.model.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which exceptions a list shows.
///
/// @param kind only this kind, or absent for all that somebody has to mend
/// @param owner `me`, `nobody`, an e-mail address, or empty for all
/// @param company the realm of the company whose books it is about, or empty for all
/// @param place part of the name of a project or sheet, or empty
public record QueueFilter(
        Status status,
        @Nullable FindingKind kind,
        @Nullable Severity severity,
        String owner,
        boolean overdue,
        String company,
        String place,
        String search,
        Sort sort) {
    public static final String ME = "me";
    public static final String NOBODY = "nobody";
    public static final QueueFilter ALL_OPEN =
            new QueueFilter(Status.OPEN, null, null, "", false, "", "", "", Sort.SEVEREST);

    /// Where what is shown stands.
    public enum Status {
        OPEN("Open"),
        ACCEPTED("Accepted"),
        RESOLVED("Resolved"),
        ALL("All");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        List<Standing> standings() {
            return switch (this) {
                case OPEN -> List.of(Standing.OPEN);
                case ACCEPTED -> List.of(Standing.ACCEPTED);
                case RESOLVED -> List.of(Standing.RESOLVED);
                case ALL -> List.of(Standing.values());
            };
        }
    }

    /// Orders of the list.
    public enum Sort {
        SEVEREST(
                "Most severe",
                "CASE severity WHEN 'ERROR' THEN 0 WHEN 'WARNING' THEN 1 ELSE 2 END, due, opened_at, finding_id"),
        DUE("Due first", "due, opened_at, finding_id"),
        OLDEST("Oldest", "opened_at, finding_id"),
        NEWEST("Newest", "opened_at DESC, finding_id"),
        LARGEST("Largest", "abs(amount) DESC NULLS LAST, finding_id");

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

    public QueueFilter withStatus(Status other) {
        return new QueueFilter(other, kind, severity, owner, overdue, company, place, search, sort);
    }

    public QueueFilter withKind(@Nullable FindingKind other) {
        return new QueueFilter(
                status, other, severity, owner, overdue, company, place, search, sort);
    }

    public QueueFilter withOwner(String other, boolean onlyOverdue) {
        return new QueueFilter(
                status, kind, severity, other, onlyOverdue, company, place, search, sort);
    }

    /// The kinds that this filter lets through.
    List<String> kinds() {
        return Arrays.stream(FindingKind.values())
                .filter(value ->
                        kind == null ? !FindingFilter.GOOD_NEWS.contains(value) : value == kind)
                .map(Enum::name)
                .toList();
    }

    /// Reads one part of an address; what it does not know counts as not given.
    static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        String wanted = name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
