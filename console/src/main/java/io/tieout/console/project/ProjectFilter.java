package io.tieout.console.project;

import io.tieout.console.frame.Address;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which projects a list shows, as its address says it.
record ProjectFilter(
        @QueryParam("q") @Nullable String searchText,
        @QueryParam("sort") @Nullable String sortText,
        @QueryParam("page") @Nullable String pageText,
        @QueryParam("id") @Nullable String idText) {
    /// Orders of the list.
    enum Sort {
        NEEDS("Needs somebody", Comparator.comparingLong(ProjectSum::exceptions).reversed()),
        READY("Most to bill", Comparator.comparingLong(ProjectSum::readyRows).reversed()),
        HOURS(
                "Fewest hours left",
                Comparator.comparing(
                        sum -> sum.hours().left(),
                        Comparator.nullsLast(Comparator.naturalOrder()))),
        NAME("Name", Comparator.comparing(sum -> sum.name().toLowerCase(Locale.ROOT)));

        private final String label;

        @SuppressWarnings("ImmutableEnumChecker") // without state
        private final Comparator<ProjectSum> order;

        Sort(String label, Comparator<ProjectSum> order) {
            this.label = label;
            this.order = order;
        }

        String label() {
            return label;
        }
    }

    String search() {
        return given(searchText);
    }

    Sort sort() {
        return Arrays.stream(Sort.values())
                .filter(sort -> sort.name().equalsIgnoreCase(given(sortText)))
                .findFirst()
                .orElse(Sort.NEEDS);
    }

    int page() {
        String text = given(pageText);
        return text.matches("[0-9]{1,5}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    /// Name of the chosen project, or empty.
    String chosen() {
        return given(idText);
    }

    List<ProjectSum> of(List<ProjectSum> all) {
        String wanted = search().toLowerCase(Locale.ROOT);
        return all.stream()
                .filter(sum ->
                        (sum.name() + " " + sum.customer())
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                .sorted(sort().order.thenComparing(Sort.NAME.order))
                .toList();
    }

    /// The address of this view without the chosen one.
    Address address() {
        return Address.of("/projects")
                .with("q", search())
                .with("sort", sort() == Sort.NEEDS ? "" : sort().name().toLowerCase(Locale.ROOT))
                .with("page", page() > 1 ? page() : "");
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
