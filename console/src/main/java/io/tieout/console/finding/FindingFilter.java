package io.tieout.console.finding;

import io.tieout.model.finding.FindingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which findings a list shows.
///
/// @param kind only this kind, or absent for all that somebody has to mend
public record FindingFilter(Status status, @Nullable FindingKind kind, String search, Sort sort) {
    /// Findings that only say that all is well.
    public static final List<FindingKind> GOOD_NEWS = List.of(FindingKind.MATCHED);

    /// Whether it still holds.
    public enum Status {
        OPEN("Open"),
        RESOLVED("Resolved"),
        ALL("All");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        List<String> names() {
            return this == ALL ? List.of("OPEN", "RESOLVED") : List.of(name());
        }
    }

    /// Orders of the list.
    public enum Sort {
        NEWEST("Newest", "opened_at DESC, finding_id"),
        OLDEST("Oldest", "opened_at ASC, finding_id"),
        SEVEREST(
                "Most severe",
                "CASE severity WHEN 'ERROR' THEN 0 WHEN 'WARNING' THEN 1 ELSE 2 END, opened_at, finding_id"),
        LARGEST("Largest", "amount DESC NULLS LAST, finding_id");

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
    public static FindingFilter of(
            @Nullable String status,
            @Nullable String kind,
            @Nullable String search,
            @Nullable String sort) {
        return new FindingFilter(
                one(Status.values(), status, Status.OPEN),
                Arrays.stream(FindingKind.values())
                        .filter(value -> value.name().equals(upper(kind)))
                        .findFirst()
                        .orElse(null),
                search == null ? "" : search.strip(),
                one(Sort.values(), sort, Sort.SEVEREST));
    }

    /// Names of the kinds that only say that all is well.
    public static List<String> goodNews() {
        return GOOD_NEWS.stream().map(Enum::name).toList();
    }

    /// The kinds that this filter lets through.
    List<String> kinds() {
        return Arrays.stream(FindingKind.values())
                .filter(value -> kind == null ? !GOOD_NEWS.contains(value) : value == kind)
                .map(Enum::name)
                .toList();
    }

    private static <E extends Enum<E>> E one(E[] values, @Nullable String name, E otherwise) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(upper(name)))
                .findFirst()
                .orElse(otherwise);
    }

    private static String upper(@Nullable String name) {
        return name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
    }
}
